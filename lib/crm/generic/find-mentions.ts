import {
  chainOf,
  type FoundLabel,
  findLabel,
  isNameLike,
  isNear,
  sectionOf,
  splitInline,
} from './find-label';
import type { Item, PageItems } from './page-items';
import { type Label, readLabel } from './read-label';

/** Where the page says something of somebody. */
export type Mention = {
  kind: 'email' | 'phone' | 'id' | 'name' | 'first' | 'last';
  value: string;
  /** the same for the same address or number, however it is spelled */
  key: string;
  /** who it says that is: "Jane Doe <jane@acme.example>" */
  name: string | null;
  label: FoundLabel | null;
  section: Label | null;
  index: number;
  item: Item;
};

const ADDRESS = String.raw`([^\s@<>()[\],;:"']{1,64}@[^\s@<>()[\],;:"']+\.[^\s@<>()[\],;:"'.]{2,})`;
const EMAIL = new RegExp(`^<?${ADDRESS}>?$`, 'u');
const NAMED_EMAIL = new RegExp(`^(.{1,100}?)\\s*[<(]${ADDRESS}[>)]$`, 'u');
const PHONE = /^[+(]?\(?\d[\d\s().\u2010-\u2015/-]{4,28}\d$/;
const ID = /^(?=.*\d)[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u;

const INLINE = new Set(['A', 'SPAN', 'B', 'STRONG', 'I', 'EM', 'SMALL', 'CODE', 'BDI', 'U', 'FONT']);

const digits = (text: string) => text.replace(/\D/g, '');
export const keyOf = (kind: Mention['kind'], value: string) =>
  `${kind} ${kind === 'phone' ? digits(value) : value.toLowerCase()}`;

/** Is it in the middle of a sentence? Then somebody is mentioned, not named as the customer. */
function inSentence(item: Item, page: PageItems): boolean {
  let at: Node = item.node;
  let parent = at === item.element ? page.parents.get(at) : item.element;
  while (parent) {
    for (const other of parent.childNodes) {
      const text = other === at || other.nodeType !== 3 ? '' : (other.nodeValue ?? '').trim();
      if (/\p{L}{2}/u.test(text) && !readLabel(text) && !isNameLike(text.replace(/[<>(),]/g, '').trim()))
        return true;
    }
    if (!INLINE.has(parent.nodeName)) return false;
    at = parent;
    parent = page.parents.get(parent);
  }
  return false;
}

type Read = Pick<Mention, 'kind' | 'value' | 'name'>;

function readValue(item: Item, label: FoundLabel | null): Read | null {
  const text = splitInline(item.text)?.value ?? item.text;
  const [, email] = EMAIL.exec(text) ?? [];
  if (email) return { kind: 'email', value: email, name: null };
  const [, named = '', address] = NAMED_EMAIL.exec(text) ?? [];
  const name = named.replace(/^["'\s]+|["'\s]+$/g, '');
  if (address) return isNameLike(name) ? { kind: 'email', value: address, name } : null;
  const count = digits(text).length;
  const isPhone = PHONE.test(text) && count >= 6 && count <= 15;
  if (
    isPhone &&
    (item.from === 'tel' || label?.kind === 'phone' || (text.startsWith('+') && label?.kind !== 'id'))
  )
    return { kind: 'phone', value: text, name: null };
  if (!label?.exact) return null;
  if (label.kind === 'id') return ID.test(text) ? { kind: 'id', value: text, name: null } : null;
  const isName = label.kind === 'name' || label.kind === 'first' || label.kind === 'last';
  const kind = label.kind as 'name' | 'first' | 'last';
  return isName && text.length <= 100 && !text.includes('@') && !readLabel(text)
    ? { kind, value: text, name: null }
    : null;
}

/** A text worth a closer look: an address, a number, or what comes after a label. */
function mayMention({ items }: PageItems, index: number): boolean {
  const item = items[index];
  if (!item) return false;
  if (item.from !== 'text' || item.text.includes('@') || PHONE.test(item.text) || splitInline(item.text))
    return true;
  const label = readLabel(items[index - 1]?.text ?? '');
  return label?.exact === true && /id|name|first|last/.test(label.kind);
}

/** In a table whose columns have heads, only a row that says itself what it holds is no row of a list. */
function isCell(item: Item, label: FoundLabel | null, page: PageItems): boolean {
  if (!item.inGrid) return false;
  const chain = [item.element, ...chainOf(item.element, page)];
  const row = chain.find((e) => e.nodeName === 'TR' || e.getAttribute('role') === 'row');
  const isHead = chain.some((e) => e.nodeName === 'TH' && row?.contains(e));
  return isHead || !label?.exact || !row?.contains(label.at) || label.at.contains(item.element);
}

/** `<a href="mailto:...">Jane Doe</a>`, "Jane Doe" with her address after it: not under a heading, which may say anything. */
function linkName(index: number, page: PageItems): string | null {
  const [before, item] = [page.items[index - 1], page.items[index]];
  if (!before || !item || before.heading || !isNear(before, item, page)) return null;
  const isLink = item.from === 'mailto' && item.element.contains(before.node);
  const isSet = before.element !== item.element && findLabel(index, page)?.kind === 'customer';
  return (isLink || isSet) && isNameLike(before.text) ? before.text : null;
}

function mentionAt(index: number, page: PageItems): Mention | null {
  const item = page.items[index];
  if (!item || !mayMention(page, index)) return null;
  const label = findLabel(index, page);
  const read = readValue(item, label);
  if (!read || !page.isShown(item.element) || inSentence(item, page)) return null;
  const name = read.name ?? (read.kind === 'email' ? linkName(index, page) : null);
  return {
    ...read,
    name,
    key: keyOf(read.kind, read.value),
    label,
    section: sectionOf(index, page),
    index,
    item,
  };
}

export const inGridCell = (mention: Mention, page: PageItems) => isCell(mention.item, mention.label, page);

/** After this many in tables it is known that the page lists people. */
const MOST_IN_GRIDS = 200;

/** Everything that the page says of anybody. */
export function findMentions(page: PageItems, most: number): Mention[] {
  const found: Mention[] = [];
  let inGrids = 0;
  for (let i = 0; i < page.items.length && found.length < most; i++) {
    const isInGrid = page.items[i]?.inGrid ?? false;
    const mention = isInGrid && inGrids > MOST_IN_GRIDS ? null : mentionAt(i, page);
    if (mention) found.push(mention);
    if (mention && isInGrid) inGrids++;
  }
  return found;
}
