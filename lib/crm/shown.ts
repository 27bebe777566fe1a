import { outside } from './parent-node';

const NEVER_READ = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']);

/** Controls, bidirectional overrides and zero-width spaces: they make a text read differently from what is stored. */
const INVISIBLE = /[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

/** Could a person see it? `hidden` counts even where a style sheet shows it all the same. */
export function isShown(element: Element): boolean {
  if (element.closest('[hidden]')) return false;
  // What is inside a frame is no more visible than the frame.
  const frame = outside(element.ownerDocument);
  if (frame && !isShown(frame)) return false;
  return element.checkVisibility({ visibilityProperty: true });
}

function gather(node: Node, limit: number, evenHidden: boolean): string {
  let text = '';
  for (const child of node.childNodes) {
    if (text.length > limit) return text;
    if (child.nodeType === child.TEXT_NODE) text += (child.nodeValue ?? '').slice(0, limit + 1);
    else if (child.nodeName === 'BR') text += ' ';
    else if (isElement(child) && !NEVER_READ.has(child.nodeName) && (evenHidden || isShown(child)))
      text += gather(child, limit, evenHidden);
  }
  return text;
}

/** One line, without the characters that can't be seen. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
}

/**
 * The text a person could see in an element, as one line.
 * @param evenHidden whether parts that aren't displayed count as well
 * @returns at most about `limit` characters; the rest is left off
 */
export function shownText(element: Element, limit: number, evenHidden = false): string {
  return oneLine(gather(element, limit, evenHidden)).slice(0, limit);
}
