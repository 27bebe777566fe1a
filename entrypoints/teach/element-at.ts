import { innerRoot } from '@/lib/crm/find-elements';

/** The innermost element at a point of the window, inside components and frames of the same origin too. */
export function elementAt(document: Document, x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  let [left, top] = [x, y];
  for (let depth = 0; found && depth < 10; depth++) {
    const root = innerRoot(found);
    if (!root) break;
    if (found.nodeName === 'IFRAME') {
      const box = found.getBoundingClientRect();
      left -= box.left + found.clientLeft;
      top -= box.top + found.clientTop;
    }
    const inner = root.elementFromPoint(left, top);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/** Where an element stands in the window, through all frames around it. */
export function boxOf(element: Element): { left: number; top: number; width: number; height: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return { left, top, width, height };
  const around = boxOf(frame);
  return {
    left: left + around.left + frame.clientLeft,
    top: top + around.top + frame.clientTop,
    width,
    height,
  };
}
