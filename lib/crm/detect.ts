import type { CrmAdapter, CustomerPage, RenderedPage } from '@/lib/protocol/crm-adapter';
import { confirmPage } from './confirm-page';
import { findElements, findShown } from './find-elements';
import { innerRoots } from './inner-roots';
import { adapterFor, matchPage, type OpenPage } from './match-page';
import { namesOf } from './names-of';
import { LONGEST_KEY, type PageIdentity } from './page-report';
import { readFacts } from './read-facts';
import { type Person, readAgent, readPeople } from './read-people';
import { createSightings, type Sightings } from './sightings';
import type { Witness } from './witness';

/**
 * `witnesses`: what the identity was read from and confirmed by. While they and what stands above them stay as they are,
 * so does the identity.
 * `anchor`: beside which the customer's badge may stand.
 * `case`: a case is open, and its address doesn't say whose: nobody, unless somebody reads the page (`onCasePage`).
 */
export type Reading =
  | { state: 'customer'; identity: PageIdentity; witnesses: readonly Witness[]; anchor: Element | null }
  | { state: 'case'; open: OpenCase }
  | { state: 'nobody' | 'not-ready' | 'not-a-crm' };

/** `parts`: what its address names, none of which is a person. */
export type OpenCase = { adapter: string; pageKind: string; parts: readonly string[] };

/** `roots`: the insides of components and frames in which it was looked, besides the document. */
export type Detection = Reading & { roots: readonly Node[] };

/** Bounds of `pageIdentitySchema`. More people than that are a list, not the customer. */
const MOST_PEOPLE = 20;
const MOST_IDENTIFIERS = 20;

type Where = { url: URL; document: Document; sightings: Sightings };
type Found = { adapter: CrmAdapter; page: CustomerPage; people: readonly Person[] };

/**
 * Asked about once per site: what goes by documentation alone, what was learned from answers, and what was taught where
 * nothing on the page is the address's.
 */
function trustOf({ evidence }: CrmAdapter, page: CustomerPage): PageIdentity['trust'] {
  const unseen = evidence.kind === 'documented' || evidence.kind === 'learned';
  const unproven = evidence.kind === 'taught' && 'confirm' in page && page.confirm.length === 0;
  return unseen || unproven ? 'likely' : 'proven';
}

/** More people, or more of one person, than can be told: a list, not the customer. */
function identityOf({ adapter, page, people }: Found): PageIdentity | null {
  if (people.length === 0 || people.length > MOST_PEOPLE) return null;
  if (people.some((person) => person.identifiers.length > MOST_IDENTIFIERS)) return null;
  const { name, names } = namesOf(people);
  const identifiers = people.map((person) => person.identifiers);
  const key = JSON.stringify([adapter.id, name, names, identifiers]);
  const trust = trustOf(adapter, page);
  if (key.length > LONGEST_KEY) return null;
  return { key, adapter: adapter.id, pageKind: page.kind, trust, name, ...names, people: identifiers };
}

function confirmOpen(adapter: CrmAdapter, page: RenderedPage, { parts }: OpenPage, where: Where) {
  return confirmPage(page.confirm, { ...where, parts, kind: `${adapter.id} ${page.kind}` });
}

/** Not for what goes by its address alone: a person has yet to say whether it is right. */
const anchorOf = ({ anchor = [] }: RenderedPage, document: Document): Element | null =>
  findElements(anchor, { within: document, ignore: '' })[0] ?? null;

function readRendered(adapter: CrmAdapter, page: RenderedPage, open: OpenPage, where: Where): Reading {
  const { url, document } = where;
  if (findShown(document, page.ready) === null) return { state: 'not-ready' };
  const { holds, witnesses: proof } = confirmOpen(adapter, page, open, where);
  if (!holds) return { state: 'not-ready' };
  const reading = { page: url, parts: open.parts, ignore: adapter.ignore.join(',') };
  const agent = readAgent(adapter.agent, document, reading);
  const people = readPeople(page.people, { ...reading, document, agent });
  const identity = identityOf({ adapter, page, people });
  if (!identity) return { state: 'nobody' };
  const witnesses = [...proof, ...people.flatMap((person) => person.witnesses)];
  return { state: 'customer', identity, witnesses, anchor: anchorOf(page, document) };
}

function readPage(adapter: CrmAdapter, open: OpenPage, where: Where): Reading {
  const { page, parts } = open;
  if ('caseOf' in page)
    return {
      state: 'case',
      open: { adapter: adapter.id, pageKind: page.kind, parts: [...parts.values()] },
    };
  if (!('fromAddress' in page)) return readRendered(adapter, page, open, where);
  const identifiers = page.fromAddress.flatMap(
    ({ part, as }) => readFacts(parts.get(part) ?? '', as).identifier ?? [],
  );
  const people = identifiers.length > 0 ? [{ name: null, identifiers, witnesses: [] }] : [];
  const identity = identityOf({ adapter, page, people });
  return identity ? { state: 'customer', identity, witnesses: [], anchor: null } : { state: 'nobody' };
}

/**
 * Which customer a page has open. Looks at the address and the document, changes neither.
 *
 * - `customer`: these identifiers are shown, and the page confirms that they belong to its address
 * - `case`: a page of this CRM about somebody whom neither its address nor the adapter names
 * - `nobody`: a page of this CRM without a customer
 * - `not-ready`: the address is a customer page's, its contents are not there yet or still another record's
 * - `not-a-crm`: no adapter knows this page
 *
 * @param sightings what the page has shown before, and where what it shows now is put down; whoever looks more than
 * once at one page keeps them
 */
export function detect(
  url: URL,
  document: Document,
  adapters: readonly CrmAdapter[],
  sightings = createSightings(),
): Detection {
  const adapter = adapterFor(url, document, adapters);
  if (!adapter) return { state: 'not-a-crm', roots: [] };
  const open = matchPage(adapter, url);
  const where = { url, document, sightings };
  const reading: Reading = open ? readPage(adapter, open, where) : { state: 'nobody' };
  return { ...reading, roots: innerRoots(adapter, document) };
}
