import { createInSight } from '@/lib/ui/in-sight';
import { teachWords as w } from '@/lib/ui/words/teach-words';
import { boxOf } from './element-at';
import { overlayStyle } from './overlay-style';
import { createPanel, make } from './panel';

const POINTER = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'contextmenu'];

/** An adopted sheet is no matter of the page's security policy; Firefox lets no content script adopt one. */
function dress(root: ShadowRoot): void {
  if (import.meta.env.FIREFOX) {
    root.append(make('style', '', overlayStyle));
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(overlayStyle);
  root.adoptedStyleSheets = [sheet];
}

/** The words are English, whichever way the page runs. */
function createHost(): HTMLElement {
  const host = document.createElement('div');
  host.lang = 'en';
  host.dir = 'ltr';
  // What is clicked here is no click on the page.
  for (const type of POINTER) host.addEventListener(type, (event) => event.stopPropagation());
  return host;
}

/** Where nothing is above it: in the top layer, and inside the dialog that makes all else inert, if there is one. */
function putOnTop(host: HTMLElement): void {
  const modal = [...document.querySelectorAll(':modal')].at(-1) ?? document.documentElement;
  host.popover = 'manual';
  if (host.parentNode !== modal) modal.append(host);
  else host.hidePopover();
  host.showPopover();
}

/** A box around an element, which goes where the element goes. */
function createBox(signal: AbortSignal) {
  const box = make('div', 'box');
  let around: Element | null = null;
  const draw = () => {
    box.hidden = around === null;
    if (!around) return;
    for (const [name, value] of Object.entries(boxOf(around))) box.style.setProperty(name, `${value}px`);
  };
  window.addEventListener('scroll', draw, { signal, capture: true, passive: true });
  window.addEventListener('resize', draw, { signal });
  const put = (element: Element | null) => {
    around = element;
    draw();
  };
  put(null);
  return { box, put };
}

const meet = (one: DOMRect, other: DOMRect) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const CORNERS = [[], ['right'], ['right', 'top'], ['top']];

/** The corner of the window in which the panel stands. */
function createCorner(panel: Element) {
  let at = 0;
  function moveAside(): void {
    at = (at + 1) % CORNERS.length;
    panel.className = ['panel', ...(CORNERS[at] ?? [])].join(' ');
  }
  return {
    moveAside,
    /** Makes room for a box, where there is room elsewhere. */
    clear(box: Element): void {
      for (let tried = 0; tried < CORNERS.length; tried++) {
        if (!meet(box.getBoundingClientRect(), panel.getBoundingClientRect())) return;
        moveAside();
      }
    },
  };
}

/** What lies over the page: a shield that takes the clicks, a box around what is pointed at, a panel that says what to do. */
export function createOverlay(signal: AbortSignal) {
  const now = () => performance.now();
  const inSight = createInSight(now);
  const host = createHost();
  const root = host.attachShadow({ mode: 'closed' });
  dress(root);
  const shield = make('div', 'shield');
  const { box, put } = createBox(signal);
  const isCovered = () => inSight !== null && !inSight.isClear(panel.element);
  const panel = createPanel({
    now,
    mayPress() {
      const covered = isCovered();
      panel.tell(covered ? w.covered : '');
      return !covered;
    },
  });
  root.append(shield, box, panel.element);
  document.documentElement.append(host);
  inSight?.watch(panel.element);
  signal.addEventListener('abort', () => host.remove());
  /** covered when last looked at */
  let wasCovered = false;
  const corner = createCorner(panel.element);

  return {
    shield,
    panel,
    /** Draws the box around an element; null takes it away. */
    point: put,
    /** The panel lies over what the keys are on: out of its way. */
    makeRoom: () => corner.clear(box),
    /** To the next corner of the window. */
    moveAside: corner.moveAside,
    /** A page may have taken us out, or have put something over us: then on top again. To be called now and then. */
    keepOnTop(): void {
      const covered = isCovered();
      if (!host.isConnected || (covered && wasCovered)) {
        const hadFocus = panel.hasFocus();
        putOnTop(host);
        if (hadFocus) panel.focus();
      }
      wasCovered = covered;
    },
    /** The element under a point, past the shield. */
    beneath<T>(look: () => T): T {
      shield.style.pointerEvents = 'none';
      const found = look();
      shield.style.pointerEvents = '';
      return found;
    },
  };
}

export type Overlay = ReturnType<typeof createOverlay>;
