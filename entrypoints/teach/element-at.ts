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

type Box = { left: number; top: number; width: number; height: number };

/** What is written in it: a cell or a line is often much wider. Its own box where nothing is. */
function writtenBox(element: Element): Box {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const written = range.getBoundingClientRect();
  return written.width > 0 && written.height > 0 ? written : element.getBoundingClientRect();
}

/** Where an element's words stand in the window, through all frames around it. */
export function boxOf(element: Element): Box {
  const { left, top, width, height } = writtenBox(element);
  const frame = element.ownerDocument.defaultView?.frameElement;
  const around = frame ? insideOf(frame) : { left: 0, top: 0 };
  return { left: left + around.left, top: top + around.top, width, height };
}

/** Where what is in a frame begins. */
function insideOf(frame: Element): { left: number; top: number } {
  const { left, top } = frame.getBoundingClientRect();
  const outer = frame.ownerDocument.defaultView?.frameElement;
  const around = outer ? insideOf(outer) : { left: 0, top: 0 };
  return { left: left + around.left + frame.clientLeft, top: top + around.top + frame.clientTop };
}
