import { chainOf } from './find-label';
import type { Mention } from './find-mentions';
import type { PageItems } from './page-items';
import { foldWords } from './read-label';

/** This many people in items alike are a list; in rows and list items fewer are. */
const ALIKE = 3;
const ROWS = 2;
const ROW = /^(?:TR|LI)$/;
const ROW_ROLE = /^(?:row|listitem|treeitem|article)$/;

type Items = Map<Element, Set<string>>;

/** What items of one list have in common; a field of its own ("Private e-mail") is no item among others. */
function likeness(child: Element, { kind, label }: Mention): string {
  const own = label && child.contains(label.at) ? foldWords(label.text).join(' ') : '';
  return [kind, child.nodeName, child.getAttribute('class') ?? '', own].join('\n');
}

const isRow = (child: Element) => ROW.test(child.nodeName) || ROW_ROLE.test(child.getAttribute('role') ?? '');

function isList(items: Items): boolean {
  const least = [...items.keys()].every(isRow) ? ROWS : ALIKE;
  return items.size >= least && new Set([...items.values()].flatMap((keys) => [...keys])).size >= least;
}

/** The mentions that are items of a list of people: side by side with others, in elements alike. */
export function findListed(mentions: readonly Mention[], page: PageItems): Set<Mention> {
  const groups = new Map<Element, Map<string, Items>>();
  const places = new Map<Mention, Items[]>();
  for (const mention of mentions) {
    const chain = [mention.item.element, ...chainOf(mention.item.element, page)];
    const its: Items[] = [];
    for (const [i, child] of chain.entries()) {
      const parent = chain[i + 1];
      if (!parent) break;
      const alike = groups.get(parent) ?? new Map<string, Items>();
      groups.set(parent, alike);
      const key = likeness(child, mention);
      const items = alike.get(key) ?? new Map();
      alike.set(key, items);
      items.set(child, (items.get(child) ?? new Set()).add(mention.key));
      its.push(items);
    }
    places.set(mention, its);
  }
  return new Set(mentions.filter((mention) => places.get(mention)?.some(isList)));
}
