import { elementAt } from './element-at';
import { likelyElements } from './likely';
import type { Overlay } from './overlay';

type PickerOptions = {
  overlay: Overlay;
  onPick: (element: Element) => void;
  onEscape: () => void;
  signal: AbortSignal;
};

const KEYS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** A person points, by hand or by keys. Nothing of it reaches the page: clicks land on the shield. */
export function createPicker({ overlay, onPick, onEscape, signal }: PickerOptions) {
  let active = false;
  let at = -1;
  let likely: Element[] = [];
  const under = ({ clientX, clientY }: MouseEvent) =>
    overlay.beneath(() => elementAt(document, clientX, clientY));

  function step(by: number): void {
    if (likely.length === 0) likely = likelyElements(document, new URL(location.href));
    at = (at + by + likely.length) % Math.max(1, likely.length);
    const element = likely[at];
    element?.scrollIntoView({ block: 'nearest' });
    overlay.point(element ?? null);
  }

  function onKey(event: KeyboardEvent): void {
    if (!event.isTrusted || !active) return;
    const by = KEYS[event.key];
    const element = likely[at];
    if (by !== undefined) step(by);
    else if (event.key === 'Escape') onEscape();
    else if (event.key === 'Enter' && element && document.activeElement !== overlay.host) onPick(element);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  overlay.shield.addEventListener('pointermove', (event) => overlay.point(under(event)), { signal });
  overlay.shield.addEventListener(
    'click',
    (event) => {
      const element = event.isTrusted ? under(event) : null;
      if (element) onPick(element);
    },
    { signal },
  );
  window.addEventListener('keydown', onKey, { signal, capture: true });

  return {
    set(on: boolean): void {
      active = on;
      at = -1;
      likely = [];
      overlay.shield.hidden = !on;
      if (!on) overlay.point(null);
    },
  };
}
