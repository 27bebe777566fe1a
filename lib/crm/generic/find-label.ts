import type { Item, PageItems } from './page-items';
import { type Label, readLabel } from './read-label';

/** A label, and what stands there: a text of the page, or the field's own element. */
export type FoundLabel = Label & { text: string; at: Element };

/** How many elements up a value and its label may first meet, and how many texts may stand between. */
const NEAR = 6;
const BETWEEN = 3;

export function chainOf(node: Node, { parents }: PageItems, most = 100): Element[] {
  const chain: Element[] = [];
  for (let at = parents.get(node); at && chain.length < most; at = parents.get(at)) chain.push(at);
  return chain;
}

/** Do two texts stand together, as a label and its value do? */
export function isNear(a: Item, b: Item, page: PageItems): boolean {
  const near = [b.element, ...chainOf(b.element, page, NEAR)];
  return [a.element, ...chainOf(a.element, page, NEAR)].some((element) => near.includes(element));
}

/** Attributes by which a page says what something is. */
export const SPOKEN = ['data-title', 'data-label', 'itemprop', 'aria-label'];

function labelledBy(element: Element): string[] {
  const root = element.getRootNode();
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const byId = 'getElementById' in root ? ids.map((id) => (root as Document).getElementById(id)) : [];
  const labels = 'labels' in element ? [...((element.labels ?? []) as NodeListOf<HTMLLabelElement>)] : [];
  return [...byId, ...labels].map((label) => label?.textContent ?? '');
}

/** What the field's own markup calls it. */
function spoken(item: Item, page: PageItems): FoundLabel | null {
  const own = item.element;
  const names = ['aria-label', 'title', 'placeholder', 'autocomplete', 'type'].map(
    (name) => own.getAttribute(name) ?? '',
  );
  const around = [own, ...chainOf(own, page, 3)].flatMap((at) =>
    SPOKEN.map((name) => [at, at.getAttribute(name)] as const),
  );
  const texts = [...[...labelledBy(own), ...names].map((text) => [own, text] as const), ...around];
  for (const [at, text] of texts) {
    const label = text ? readLabel(text.replace(item.text, '').trim()) : null;
    // A part of the page called "Customer" says whose part it is, not what this is.
    if (label && (at === own || label.kind !== 'customer')) return { ...label, text: text ?? '', at: own };
  }
  return null;
}

/** "Jane Doe", "Ann-Marie O'Brien": a name stands between a label and the address, and is no label. */
export function isNameLike(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= 5 &&
    text.length <= 60 &&
    !/[\d:@<>/?!]/.test(text) &&
    !/^\p{Ll}/u.test(text) &&
    !readLabel(text)
  );
}

/** What stands before a value and calls it something; up to a name and a few of its other values may stand between. */
function before(index: number, page: PageItems): FoundLabel | null {
  const item = page.items[index];
  for (let i = index - 1, left = BETWEEN; item && i >= 0 && left > 0; i--) {
    const other = page.items[i];
    if (!other || !isNear(other, item, page)) return null;
    if (other.from !== 'text' || !page.isShown(other.element)) continue;
    const label = readLabel(other.text);
    if (label) return { ...label, text: other.text, at: other.element };
    if (!isNameLike(other.text) && !/[@\d]{1}/.test(other.text)) return null;
    left--;
  }
  return null;
}

/** "E-mail: jane@acme.example" in one piece. */
export function splitInline(text: string): { label: string; value: string } | null {
  const [, label = '', value = ''] = /^([^:：]{2,40})[:：]\s*(.+)$/.exec(text) ?? [];
  return value !== '' && readLabel(label) ? { label, value } : null;
}

/** By what name the page calls a value; null where it doesn't. */
export function findLabel(index: number, page: PageItems): FoundLabel | null {
  const item = page.items[index];
  if (!item) return null;
  // A heading is a customer's own words more often than the page's: a ticket's subject.
  const inline = item.heading ? null : splitInline(item.text);
  const read = inline && readLabel(inline.label);
  if (inline && read) return { ...read, text: inline.label, at: item.element };
  const own = spoken(item, page);
  return own?.exact ? own : (before(index, page) ?? own);
}

/** The heading under which a text stands: the last before it whose own block, or the one around that, holds it. */
export function headingOf(index: number, page: PageItems): Item | null {
  const item = page.items[index];
  if (!item) return null;
  const chain = chainOf(item.element, page);
  for (let i = index - 1; i >= 0; i--) {
    const other = page.items[i];
    if (!other?.heading || other.element === item.element) continue;
    const block = chainOf(other.element, page, 3);
    if (block.some((element) => chain.includes(element)) && page.isShown(other.element)) return other;
  }
  return null;
}

/** What the part of the page around a text is called: "Customer", "Owner". */
export function sectionOf(index: number, page: PageItems): Label | null {
  const item = page.items[index];
  if (!item) return null;
  const called = chainOf(item.element, page, 8).map((element) => element.getAttribute('aria-label') ?? '');
  const heading = headingOf(index, page);
  const texts = [...called, heading && heading.element.nodeName !== 'H1' ? heading.text : ''];
  return (
    texts
      .map((text) => readLabel(text))
      .find((label) => label?.kind === 'customer' || label?.kind === 'other') ?? null
  );
}
