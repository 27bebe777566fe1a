import { innerRoot } from '../find-elements';
import { isShown, oneLine } from '../shown';
import { type Zone, zoneOf } from './zones';

/** One text of the page, as a person would read it: a text node, what an input holds, the address behind a link. */
export type Item = {
  text: string;
  element: Element;
  from: 'text' | 'input' | 'mailto' | 'tel';
  node: Node;
  zone: Zone;
  /** in a table whose columns have heads: a row is one of many */
  inGrid: boolean;
  heading: boolean;
};

export type PageItems = {
  items: readonly Item[];
  /** what an element stands in, also out of a component or a frame; not `parentElement`, which a form's input may be */
  parents: ReadonlyMap<Node, Element>;
  roots: readonly Node[];
  /** could a person see it? Asked often of the same few */
  isShown: (element: Element) => boolean;
  /** the JSON-LD blocks */
  data: readonly Element[];
};

type Context = { zone: Zone; inGrid: boolean; heading: boolean; inRecord: boolean };

/** What is longer is no label, name or address; a page with more texts is not read to its end. */
const LONGEST = 400;
const MOST = 40_000;

const SKIPPED = new Set(['HEAD', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'DATALIST', 'SELECT', 'OPTION', 'SVG']);
const READ_INPUTS = new Set(['', 'text', 'email', 'tel', 'url', 'number']);

const HEADING = /^(?:H[1-6]|LEGEND|CAPTION|SUMMARY)$/;

const isElement = (node: Node): node is Element => node.nodeType === 1;
const attribute = (element: Element, name: string) => element.getAttribute(name)?.toLowerCase() ?? '';

const GRID = /^(?:table|grid|treegrid)$/;

function isGrid(element: Element): boolean {
  if (GRID.test(attribute(element, 'role'))) return element.querySelector('[role="columnheader"]') !== null;
  if (element.nodeName !== 'TABLE') return false;
  const cells = [...(element.querySelector('tr')?.children ?? [])];
  return cells.length > 0 && cells.every((cell) => cell.nodeName === 'TH');
}

function contextOf(element: Element, outer: Context): Context {
  const heading = outer.heading || HEADING.test(element.nodeName) || attribute(element, 'role') === 'heading';
  return {
    zone: zoneOf(element, outer),
    heading,
    inGrid: outer.inGrid || isGrid(element),
    inRecord: outer.inRecord || /^(MAIN|ARTICLE|SECTION|FORM)$/.test(element.nodeName),
  };
}

/** Link text first, its address after it: a name leads to its address as on paper. */
function addressOf(element: Element): Pick<Item, 'text' | 'from'> | null {
  const [, scheme, raw = ''] = /^\s*(mailto|tel):([^?]*)/i.exec(element.getAttribute('href') ?? '') ?? [];
  if (!scheme) return null;
  try {
    return { from: scheme.toLowerCase() as 'mailto' | 'tel', text: oneLine(decodeURIComponent(raw)) };
  } catch {
    return null;
  }
}

function heldValue(element: Element): string {
  if (element.nodeName !== 'INPUT' && element.nodeName !== 'TEXTAREA') return '';
  if (element.nodeName === 'INPUT' && !READ_INPUTS.has(attribute(element, 'type'))) return '';
  return 'value' in element && typeof element.value === 'string'
    ? oneLine(element.value.slice(0, LONGEST + 1))
    : '';
}

function remembered(ask: (element: Element) => boolean): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const answer = known.get(element) ?? ask(element);
    known.set(element, answer);
    return answer;
  };
}

/** All texts of a page in reading order, inside open components and frames of the same origin too. */
export function readItems(document: Document): PageItems {
  const items: Item[] = [];
  const parents = new Map<Node, Element>();
  const roots: Node[] = [];
  const data: Element[] = [];

  function add(
    item: Pick<Item, 'text' | 'from' | 'node' | 'element'>,
    { zone, inGrid, heading }: Context,
  ): void {
    if (/[\p{L}\p{N}]/u.test(item.text) && item.text.length <= LONGEST)
      items.push({ ...item, zone, inGrid, heading });
  }

  function visitChildren(root: Node, owner: Element, context: Context): void {
    for (const child of root.childNodes) {
      if (isElement(child)) {
        parents.set(child, owner);
        visit(child, context);
      } else if (child.nodeType === 3)
        add(
          {
            text: oneLine((child.nodeValue ?? '').slice(0, 2 * LONGEST)),
            from: 'text',
            node: child,
            element: owner,
          },
          context,
        );
    }
  }

  function visit(element: Element, outer: Context): void {
    if (items.length > MOST || element.hasAttribute('hidden')) return;
    if (element.nodeName === 'SCRIPT' && attribute(element, 'type') === 'application/ld+json')
      data.push(element);
    if (element.nodeName === 'SCRIPT' || SKIPPED.has(element.nodeName.toUpperCase())) return;
    const context = contextOf(element, outer);
    if (context.zone === 'skipped') return;
    const inner = innerRoot(element);
    if (inner) {
      roots.push(inner);
      visitChildren(inner, element, context);
    }
    add({ text: heldValue(element), from: 'input', node: element, element }, context);
    if (element.nodeName !== 'TEXTAREA') visitChildren(element, element, context);
    const address = element.nodeName === 'A' ? addressOf(element) : null;
    if (address) add({ ...address, node: element, element }, context);
  }

  const top = { zone: 'record', inGrid: false, heading: false, inRecord: false } as const;
  if (document.body) visit(document.body, top);
  for (const script of document.head?.querySelectorAll('script') ?? []) visit(script, top);
  return { items, parents, roots, data, isShown: remembered(isShown) };
}
