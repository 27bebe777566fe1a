import type { RawIdentifier } from '@/lib/domain/identifier';
import type { ElementField, Field, RenderedPage } from '@/lib/protocol/crm-adapter';
import { findBy, type Scope } from './find-elements';
import { type Facts, readFacts } from './read-facts';
import { isInside, takeText } from './take-text';
import { type Witness, witnessesOf } from './witness';

/** So many places for one person are none: each is read field by field. */
const MOST_BLOCKS = 100;

export type Person = {
  name: string | null;
  identifiers: RawIdentifier[];
  witnesses: Witness[];
  /** one field says more than one thing */
  several?: true;
};

type Reading = {
  /** the page's address */
  page: URL;
  /** the named parts of that address; confirmed by then */
  parts: ReadonlyMap<string, string>;
  ignore: string;
};

type ReadingPeople = Reading & { document: Document; agent: ReadonlySet<string> };

/** The same text for the same person: addresses without their case, phones by their digits. */
export function sameness(identifier: RawIdentifier): string {
  const { kind, value } = identifier;
  if (kind === 'email') return `email ${value.toLowerCase()}`;
  if (kind === 'phone') return `phone ${value.replace(/\D/g, '')}`;
  return JSON.stringify([identifier.system, identifier.recordType, value]);
}

type Read = { facts: Facts[]; witnesses: Witness[] };

function readElements({ at, take, as }: ElementField, scope: Scope, page: URL): Read {
  const found = findBy(at, scope);
  if (!found) return { facts: [], witnesses: [] };
  const { evenHidden = false } = scope;
  const text = (element: Element) => takeText(element, take, { page, evenHidden });
  const facts = found.elements.flatMap((element) => {
    const said = text(element);
    return said === null ? [] : readFacts(said, as);
  });
  return { facts, witnesses: witnessesOf(found, scope, { deep: isInside(take), text }) };
}

function readField(field: Field, scope: Scope, reading: Reading): Read {
  if ('at' in field) return readElements(field, scope, reading.page);
  const text = reading.parts.get(field.part);
  return { facts: text === undefined ? [] : [readFacts(text, field.as)], witnesses: [] };
}

/** What stands within one element. */
export function readPerson(element: Element, fields: readonly Field[], reading: Reading): Person {
  const person: Person = { name: null, identifiers: [], witnesses: [] };
  const known = new Set<string>();
  for (const field of fields) {
    const { facts, witnesses } = readField(field, { within: element, ignore: reading.ignore }, reading);
    person.witnesses.push(...witnesses);
    const told = new Set(facts.flatMap(({ identifier }) => (identifier ? [sameness(identifier)] : [])));
    if (told.size > 1) person.several = true;
    for (const { name, identifier } of facts) {
      person.name ??= name;
      if (!identifier || known.has(sameness(identifier))) continue;
      known.add(sameness(identifier));
      person.identifiers.push(identifier);
    }
  }
  return person;
}

/** By what the agent at this desk is known; also from elements that aren't displayed (a folded menu). */
export function readAgent(
  fields: readonly ElementField[],
  document: Document,
  reading: Reading,
): Set<string> {
  const scope = { within: document, ignore: '', evenHidden: true };
  const facts = fields.flatMap((field) => readElements(field, scope, reading.page).facts);
  return new Set(facts.flatMap(({ identifier }) => (identifier ? [sameness(identifier)] : [])));
}

/** Everyone whom the page names as its customer: with an identifier, each once, never the agent. */
export function readPeople({ each, fields, one }: RenderedPage['people'], reading: ReadingPeople): Person[] {
  const scope = { within: reading.document, ignore: reading.ignore };
  const found = findBy(each, scope);
  // A list, or half of the page, whatever stands in it.
  if (found && found.elements.length > MOST_BLOCKS) return [];
  const everyone = (found?.elements ?? []).map((element) => readPerson(element, fields, reading));
  if (one && (everyone.length > 1 || everyone.some(({ several }) => several))) return [];
  const seen = new Set<string>();
  const people = everyone.filter(({ identifiers }) => {
    const all = identifiers.map(sameness);
    const id = all.join('\n');
    if (all.length === 0 || all.some((one) => reading.agent.has(one)) || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
  // The block itself says only that it is there: it may hold half of the page, and what counts of that is asked already.
  const [first] = people;
  if (found && first)
    first.witnesses.push(...witnessesOf(found, scope, { deep: false, text: () => 'there' }));
  return people;
}
