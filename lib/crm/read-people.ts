import type { RawIdentifier } from '@/lib/domain/identifier';
import type { ElementField, Field, RenderedPage } from '@/lib/protocol/crm-adapter';
import { findElements, type Scope } from './find-elements';
import { type Facts, readFacts } from './read-facts';
import { takeText } from './take-text';

export type Person = {
  name: string | null;
  identifiers: RawIdentifier[];
  nodes: Element[];
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

function readElements(
  { at, take, as }: ElementField,
  scope: Scope,
  page: URL,
): { facts: Facts[]; nodes: Element[] } {
  const nodes = findElements(at, scope);
  const { evenHidden = false } = scope;
  const facts = nodes.flatMap((element) => {
    const text = takeText(element, take, { page, evenHidden });
    return text === null ? [] : readFacts(text, as);
  });
  return { facts, nodes };
}

function readField(field: Field, scope: Scope, reading: Reading): { facts: Facts[]; nodes: Element[] } {
  if ('at' in field) return readElements(field, scope, reading.page);
  const text = reading.parts.get(field.part);
  return { facts: text === undefined ? [] : [readFacts(text, field.as)], nodes: [] };
}

/** What stands within one element. */
export function readPerson(element: Element, fields: readonly Field[], reading: Reading): Person {
  const person: Person = { name: null, identifiers: [], nodes: [element] };
  const known = new Set<string>();
  for (const field of fields) {
    const { facts, nodes } = readField(field, { within: element, ignore: reading.ignore }, reading);
    person.nodes.push(...nodes);
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
  const seen = new Set<string>();
  const everyone = findElements(each, { within: reading.document, ignore: reading.ignore }).map((element) =>
    readPerson(element, fields, reading),
  );
  if (one && (everyone.length > 1 || everyone.some(({ several }) => several))) return [];
  return everyone.filter(({ identifiers }) => {
    const all = identifiers.map(sameness);
    const id = all.join('\n');
    if (all.length === 0 || all.some((one) => reading.agent.has(one)) || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
