import { apply, type Style } from '../apply-style';
import { badgeShape, badgeWords } from '../badge-shape';
import type { ListLevel } from './list-levels';

/**
 * An empty inline box: it takes no room in its line and makes none, and what is placed by it goes along when the row is
 * scrolled. An overlay over the page would stand beside another row until the page's thread has followed.
 */
const hostStyle: Style = {
  all: 'initial',
  position: 'relative',
  'font-size': 'inherit',
  'pointer-events': 'none',
};

/** The same for every level, and for none. */
const boxStyle: Style = {
  position: 'absolute',
  'inset-inline-start': '4px',
  'inset-block-start': 'calc(50% - 8px)',
  width: '16px',
  height: '16px',
  'border-radius': '4px',
  'pointer-events': 'none',
};

/** The sidebar's `risk` and `watch` on their tints (`components/tokens.css`): a ground of their own, whatever the page's is. */
export const listColours: Record<
  'light' | 'dark',
  Record<ListLevel, readonly [fore: string, back: string]>
> = {
  light: { 'at-risk': ['#a4262c', '#f6e9ea'], watch: ['#7a4f00', '#f2ede6'] },
  dark: { 'at-risk': ['#ff9a8f', '#30282b'], watch: ['#f2be5c', '#2f2c25'] },
};

/** Text that is lighter than this (relative luminance) stands on a dark ground. */
const LIGHT_TEXT = 0.22;

/** Whether an element's text is light: then its page is dark. By the text, for a ground may lie anywhere above. */
export function isOnDark(element: Element): boolean {
  const colour = element.ownerDocument.defaultView?.getComputedStyle(element).color ?? '';
  const [r = 0, g = 0, b = 0] = (/^rgba?\(([^)]*)\)/.exec(colour)?.[1] ?? '')
    .split(/[\s,/]+/)
    .map((channel) => (Number(channel) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > LIGHT_TEXT;
}

export type ListBadge = {
  readonly host: HTMLElement;
  show(level: ListLevel | null): void;
};

/**
 * A badge in a list. To the page it is an empty element that is always the same: what it shows is in a closed shadow
 * root and changes neither size nor anything else that can be measured. No text is in it, which a page could search for
 * (`window.find`) or have drawn in a font of its own; a screen reader gets the word by a label.
 */
export function createListBadge(document: Document): ListBadge {
  const host = document.createElement('span');
  const box = document.createElement('span');
  apply(host, hostStyle);
  apply(box, boxStyle);
  host.attachShadow({ mode: 'closed' }).append(box);
  let shown: ListLevel | null = null;

  function draw(level: ListLevel): void {
    const [color, background] = listColours[isOnDark(host.parentElement ?? host) ? 'dark' : 'light'][level];
    const shape = badgeShape(document, level);
    apply(box, { color, background });
    // As a block: in a line it would stand on the line's foot, the lower the bigger the name.
    shape.style.setProperty('display', 'block');
    shape.style.setProperty('margin', '1px');
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', badgeWords[level]);
    box.replaceChildren(shape);
  }

  function clear(): void {
    box.replaceChildren();
    for (const name of ['role', 'aria-label']) box.removeAttribute(name);
    apply(box, { background: 'none' });
  }

  return {
    host,
    show(level) {
      if (level === shown) return;
      shown = level;
      if (level) draw(level);
      else clear();
    },
  };
}
