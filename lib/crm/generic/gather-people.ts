import { type Agent, folded } from './find-agent';
import { chainOf, headingOf } from './find-label';
import { findListed } from './find-lists';
import { inGridCell, type Mention } from './find-mentions';
import type { PageItems } from './page-items';

/** Somebody whom the page may mean: everything that it says of them. */
export type Somebody = { mentions: Mention[]; names: string[] };

const isKey = ({ kind }: Mention) => kind === 'email' || kind === 'phone' || kind === 'id';

/** Left out: the agent, people in lists, and those whom a label or a heading calls somebody else. */
function mayBeCustomer(mention: Mention, agent: Agent, page: PageItems): boolean {
  const { label, section, item, kind, value } = mention;
  if (item.zone === 'agent' || (kind === 'email' && agent.emails.has(value.toLowerCase()))) return false;
  return (
    label?.kind !== 'other' && !(section?.kind === 'other' && section.exact) && !inGridCell(mention, page)
  );
}

/** "E-mail" and "Private e-mail" under one heading are one person's; twice "E-mail" are two people's. */
function areOnePersons(a: Mention, b: Mention, page: PageItems): boolean {
  const [one, two] = [a.label, b.label];
  if (!one?.exact || !two?.exact || one.kind !== 'email' || two.kind !== 'email') return false;
  if (one.ofCustomer !== two.ofCustomer) return false;
  if (one.at !== two.at && folded(one.text) === folded(two.text)) return false;
  return headingOf(a.index, page)?.element === headingOf(b.index, page)?.element;
}

function byEmail(mentions: readonly Mention[], page: PageItems): Map<string, Somebody> {
  const people = new Map<string, Somebody>();
  let last: Mention | null = null;
  for (const mention of mentions) {
    const joined = last && last.key !== mention.key && areOnePersons(last, mention, page);
    const person = people.get(mention.key) ??
      (joined && last ? people.get(last.key) : null) ?? { mentions: [], names: [] };
    person.mentions.push(mention);
    people.set(mention.key, person);
    if (mention.item.zone === 'record') last = mention;
  }
  return people;
}

/** Whom each element holds an address of; null for people who are left out. */
function holders(
  emails: readonly Mention[],
  people: ReadonlyMap<string, Somebody>,
  page: PageItems,
): Map<Element, Set<Somebody | null>> {
  const held = new Map<Element, Set<Somebody | null>>();
  for (const mention of emails) {
    for (const element of [mention.item.element, ...chainOf(mention.item.element, page)])
      held.set(element, (held.get(element) ?? new Set()).add(people.get(mention.key) ?? null));
  }
  return held;
}

/** Where no address stands on the page: one number is one person's, of several it isn't known. */
function byNumber(mentions: readonly Mention[]): Somebody[] {
  const keys = mentions.filter(isKey);
  const counts = (['phone', 'id'] as const).map(
    (kind) => new Set(keys.filter((m) => m.kind === kind).map((m) => m.key)).size,
  );
  if (keys.length === 0) return [];
  const isOne = counts.every((count) => count <= 1);
  if (isOne) return [{ mentions: [...mentions], names: [] }];
  return [...new Set(keys.map(({ key }) => key))].map((key) => ({
    mentions: keys.filter((m) => m.key === key),
    names: [],
  }));
}

function nameOf({ mentions }: Somebody): string[] {
  const of = (kind: Mention['kind']) =>
    mentions.filter((m) => m.kind === kind && m.item.zone === 'record').map((m) => m.value);
  const [first] = of('first');
  const [last] = of('last');
  const named = mentions.flatMap(({ name }) => name ?? []);
  return [...named, ...(first && last ? [`${first} ${last}`] : []), ...of('name')];
}

/** Everyone whom the page may mean as its customer. */
export function gatherPeople(mentions: readonly Mention[], agent: Agent, page: PageItems): Somebody[] {
  const listed = findListed(
    mentions.filter((m) => isKey(m) && m.item.zone !== 'agent'),
    page,
  );
  const usable = mentions.filter((m) => !listed.has(m) && mayBeCustomer(m, agent, page));
  const emails = usable.filter(({ kind }) => kind === 'email');
  const people = byEmail(emails, page);
  const isOthers = (m: Mention) =>
    m.kind === 'email' && (listed.has(m) || m.section?.kind === 'other' || inGridCell(m, page));
  const held = holders(
    [...emails, ...mentions.filter((m) => isOthers(m) && !people.has(m.key))],
    people,
    page,
  );
  const loose: Mention[] = [];
  for (const mention of usable.filter(({ kind }) => kind !== 'email')) {
    const holder = [mention.item.element, ...chainOf(mention.item.element, page)].find((element) =>
      held.has(element),
    );
    const [person, ...more] = holder ? (held.get(holder) ?? []) : [];
    if (holder && more.length === 0) person?.mentions.push(mention);
    else if (people.size === 0) loose.push(mention);
  }
  const all = [...new Set(people.values()), ...(people.size === 0 ? byNumber(loose) : [])];
  for (const person of all) person.names = [...new Set(nameOf(person))];
  return all.filter(({ names }) => !names.some((name) => agent.names.has(folded(name))));
}
