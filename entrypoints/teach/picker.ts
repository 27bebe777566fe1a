import type { PickAs } from '@/lib/crm/teach/lesson';
import { takesFrom } from '@/lib/crm/teach/takes';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { elementAt } from './element-at';
import { guessKind, likelyElements } from './likely';
import type { Overlay } from './overlay';

type PickerOptions = {
  overlay: Overlay;
  onPick: (element: Element) => void;
  onEscape: () => void;
  signal: AbortSignal;
};

/** What is pointed at: anything of the customer's, or the one thing that was read wrongly. */
export type Wanted = PickAs | 'any';

/** How long the shield stays after what was picked: as long as a double click takes. */
const LEAVES_IN = 500;

const ARROWS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** "E-mail: vera@acme.example" */
function sayOf(element: Element, wanted: Wanted): string {
  const page = new URL(location.href);
  const as = wanted === 'any' ? guessKind(element, page) : wanted;
  return w.onIt(w.kinds[as], takesFrom(element, as, page)[0]?.value ?? '');
}

/** What may be picked, one after another. Tab goes from its ends to the panel's buttons and from there back. */
function createWalk({ panel, point, makeRoom }: Overlay) {
  let at = -1;
  let wanted: Wanted = 'any';
  let likely: Element[] | null = null;
  const all = () => {
    likely ??= likelyElements(document, new URL(location.href), wanted);
    return likely;
  };

  function show(index: number): void {
    at = index;
    const element = all()[at] ?? null;
    panel.focus();
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    point(element);
    panel.tell(element ? sayOf(element, wanted) : '');
    makeRoom();
  }

  return {
    begin: (what: Wanted) => {
      wanted = what;
      at = -1;
      likely = null;
    },
    current: () => (likely ?? [])[at] ?? null,
    /** round and round */
    step: (by: number) => show(at < 0 && by < 0 ? all().length - 1 : (at + by + all().length) % all().length),
    /** @returns false where the browser's own way to the next button is right */
    tab(by: number): boolean {
      if (panel.isOnButton()) {
        if (!panel.isAtEdge(by)) return false;
        show(by > 0 ? 0 : all().length - 1);
      } else if (at + by >= 0 && at + by < all().length) show(at + by);
      else {
        show(-1);
        panel.focusButton(by > 0 ? 'first' : 'last');
      }
      return true;
    },
  };
}

/** A person points, by hand or by keys. Clicks land on the shield, and the keys that are ours go no further. */
export function createPicker({ overlay, onPick, onEscape, signal }: PickerOptions) {
  let active = false;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const { shield, panel } = overlay;
  const walk = createWalk(overlay);
  const under = ({ clientX, clientY }: MouseEvent) =>
    overlay.beneath(() => elementAt(document, clientX, clientY));

  function take({ key, shiftKey }: KeyboardEvent): boolean {
    if (key === 'Escape') {
      if (!active && !panel.hasFocus()) return false;
      onEscape();
      return true;
    }
    if (!active) return false;
    const by = ARROWS[key];
    if (by !== undefined) walk.step(by);
    else if (key === 'Tab') return walk.tab(shiftKey ? -1 : 1);
    else {
      const element = key === 'Enter' && !panel.isOnButton() ? walk.current() : null;
      if (!element) return false;
      onPick(element);
    }
    return true;
  }

  function onKey(event: KeyboardEvent): void {
    const plain = !(event.ctrlKey || event.altKey || event.metaKey || event.isComposing);
    if (!event.isTrusted || !plain || !take(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  shield.addEventListener(
    'pointermove',
    (event) => {
      if (active && event.isTrusted) overlay.point(under(event));
    },
    { signal },
  );
  shield.addEventListener(
    'click',
    (event) => {
      const element = active && panel.isSettled() && event.isTrusted ? under(event) : null;
      if (element) onPick(element);
    },
    { signal },
  );
  window.addEventListener('keydown', onKey, { signal, capture: true });
  shield.hidden = true;

  return {
    /** @param wanted null: nothing, the page can be used */
    set(wanted: Wanted | null): void {
      active = wanted !== null;
      walk.begin(wanted ?? 'any');
      // The second half of a double click on a link belongs to the page as little as the first.
      if (active) shield.hidden = false;
      else {
        clearTimeout(leaving);
        leaving = setTimeout(() => (shield.hidden = !active), LEAVES_IN);
      }
      overlay.point(null);
      panel.tell('');
    },
  };
}
