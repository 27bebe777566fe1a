import type { BadgeLevel } from '@/lib/domain/badge-level';
import { type FramePlace, fittingWidth, usualPlace } from '@/lib/domain/frame-place';
import { apply, type Style } from '../apply-style';
import { badgeShape, badgeWords, tabWords } from '../badge-shape';

/** Open: the sidebar at its full width. Folded: the tab that it leaves at the edge; it is higher where it says something, as that somebody is on hold. */
export type FrameSize = 'open' | 'folded' | 'folded-with-words';

const base: Style = {
  all: 'initial',
  position: 'fixed',
  'z-index': '2147483647',
  'color-scheme': 'light dark',
};

/** By style alone; on a screen too narrow for it the sidebar takes what there is. */
function styleOf(size: FrameSize, { side, width }: FramePlace): Style {
  const open: Style = { top: '0', width: `${fittingWidth(width)}px`, 'max-width': '100%', height: '100%' };
  const height = size === 'folded-with-words' ? '128px' : '56px';
  const folded: Style = { top: '88px', width: '28px', height };
  return { ...base, [side]: '0', ...(size === 'open' ? open : folded) };
}

const whole: Style = { position: 'absolute', inset: '0', width: '100%', height: '100%' };
const fill: Style = {
  ...whole,
  border: '0',
  'color-scheme': 'normal',
};
const tabStyle: Style = {
  ...whole,
  padding: '0',
  border: '1px solid',
  color: 'CanvasText',
  background: 'Canvas',
  cursor: 'pointer',
};

/** Open towards the window's edge. */
const tabEdge: Record<FramePlace['side'], Style> = {
  right: { 'border-width': '1px 0 1px 1px', 'border-radius': '6px 0 0 6px' },
  left: { 'border-width': '1px 1px 1px 0', 'border-radius': '0 6px 6px 0' },
};

function createTab(document: Document, onOpen: () => void): HTMLButtonElement {
  const tab = document.createElement('button');
  tab.type = 'button';
  apply(tab, { ...tabStyle, ...tabEdge.right });
  tab.addEventListener('click', (event) => event.isTrusted && onOpen());
  return tab;
}

/**
 * The sidebar's place in the page: one element at the window's right edge with the frame in a closed shadow root, and a
 * tab that stands for it as long as the frame doesn't draw its own. Moved by style alone: taken out and put in again, a
 * frame loads anew.
 * @param onOpen the tab was clicked by a person
 */
export function createFrameElement(document: Document, src: string, onOpen: () => void) {
  const host = document.createElement('div');
  const iframe = document.createElement('iframe');
  const tab = createTab(document, onOpen);
  let size: FrameSize = 'folded';
  let place = usualPlace;

  iframe.title = 'Heed';
  // Before it stands in the page: an empty frame would load once for nothing.
  iframe.src = src;
  apply(iframe, fill);
  host.attachShadow({ mode: 'closed' }).append(iframe, tab);

  /** Undoes whatever was done to the element's attributes, and puts it back where it was taken out. */
  function restore(): void {
    for (const name of host.getAttributeNames()) host.removeAttribute(name);
    apply(host, styleOf(size, place));
    if (host.parentNode !== document.documentElement) document.documentElement.append(host);
  }

  return {
    host,
    iframe,
    restore,
    /** @param withTab the tab stands where the frame would, if that is folded */
    resize(to: FrameSize, withTab: boolean): void {
      size = to;
      const tabShown = withTab && to === 'folded';
      apply(tab, { display: tabShown ? 'block' : 'none' });
      // Not `display: none`: a frame that isn't laid out is slowed down, and this one is just getting ready.
      apply(iframe, { visibility: tabShown ? 'hidden' : 'visible' });
      restore();
    },
    /** Puts it at the edge and into the width the rep chose. */
    setPlace(to: FramePlace): void {
      place = to;
      apply(tab, tabEdge[to.side]);
      restore();
    },
    setLevel(level: BadgeLevel | null): void {
      tab.setAttribute('aria-label', level === null ? tabWords.open : tabWords.openLevel(badgeWords[level]));
      tab.replaceChildren(badgeShape(document, level));
    },
  };
}
