import type { CrmAdapter, CustomerPage, RenderedPage } from '@/lib/protocol/crm-adapter';
import { type Confirmation, confirmPage } from './confirm-page';
import { findElements, findShown } from './find-elements';
import { innerRoots } from './inner-roots';
import { isSite, matchPage, type OpenPage } from './match-page';
import type { PageIdentity } from './page-report';
import { readFacts } from './read-facts';
import { type Person, readAgent, readPeople } from './read-people';
import { createSightings, type Sightings } from './sightings';

/**
 * `nodes`: the elements that the identity was read from or confirmed by, or will be once the page is ready. While they
 * and what stands above them stay as they are, so does the identity.
 * `anchor`: beside which the customer's badge may stand.
 * `case`: a case is open, and its address doesn't say whose: nobody, unless somebody reads the page (`onCasePage`).
 */
export type Reading =
  | { state: 'customer'; identity: PageIdentity; nodes: readonly Element[]; anchor: Element | null }
  | { state: 'not-ready'; nodes: readonly Element[] }
  | { state: 'case'; open: OpenCase }
  | { state: 'nobody' | 'not-a-crm' };

/** `parts`: what its address names, none of which is a person. */
export type OpenCase = { adapter: string; pageKind: string; parts: readonly string[] };

/** `roots`: the insides of components and frames in which it was looked, besides the document. */
export type Detection = Reading & { roots: readonly Node[] };

/** Bounds of `pageIdentitySchema`. More people than that are a list, not the customer. */
const MOST_PEOPLE = 20;
const MOST_IDENTIFIERS = 20;
const LONGEST_KEY = 8000;
const LONGEST_NAME = 300;

type Where = { url: URL; document: Document; sightings: Sightings };
type Found = { adapter: CrmAdapter; page: CustomerPage; people: readonly Person[] };

/** Asked about once per site: what goes by documentation alone, and what was taught where nothing on the page is the address's. */
function trustOf({ evidence }: CrmAdapter, page: CustomerPage): PageIdentity['trust'] {
  const unseen = evidence.kind === 'documented';
  const unproven = evidence.kind === 'taught' && 'confirm' in page && page.confirm.length === 0;
  return unseen || unproven ? 'likely' : 'proven';
}

/** More people, or more of one person, than can be told: a list, not the customer. */
function identityOf({ adapter, page, people }: Found): PageIdentity | null {
  if (people.length === 0 || people.length > MOST_PEOPLE) return null;
  if (people.some((person) => person.identifiers.length > MOST_IDENTIFIERS)) return null;
  const name = people
    .flatMap((person) => person.name ?? [])
    .join(', ')
    .slice(0, LONGEST_NAME);
  const identifiers = people.map((person) => person.identifiers);
  const key = JSON.stringify([adapter.id, name, identifiers]);
  const trust = trustOf(adapter, page);
  if (key.length > LONGEST_KEY) return null;
  return { key, adapter: adapter.id, pageKind: page.kind, trust, name, people: identifiers };
}

const UNCONFIRMED: Confirmation = { holds: false, nodes: [] };

function confirmOpen(adapter: CrmAdapter, page: RenderedPage, { parts }: OpenPage, where: Where) {
  return confirmPage(page.confirm, { ...where, parts, kind: `${adapter.id} ${page.kind}` });
}

/** Not for what goes by its address alone: a person has yet to say whether it is right. */
const anchorOf = ({ anchor = [] }: RenderedPage, document: Document): Element | null =>
  findElements(anchor, { within: document, ignore: '' })[0] ?? null;

function readRendered(adapter: CrmAdapter, page: RenderedPage, open: OpenPage, where: Where): Reading {
  const { url, document } = where;
  const ready = findShown(document, page.ready) !== null;
  const { holds, nodes: proof } = ready ? confirmOpen(adapter, page, open, where) : UNCONFIRMED;
  if (!holds) {
    const each = findElements(page.people.each, { within: document, ignore: '' });
    return { state: 'not-ready', nodes: [...proof, ...each] };
  }
  const reading = { page: url, parts: open.parts, ignore: adapter.ignore.join(',') };
  const agent = readAgent(adapter.agent, document, reading);
  const people = readPeople(page.people, { ...reading, document, agent });
  const identity = identityOf({ adapter, page, people });
  if (!identity) return { state: 'nobody' };
  const nodes = [...proof, ...people.flatMap((person) => person.nodes)];
  return { state: 'customer', identity, nodes, anchor: anchorOf(page, document) };
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
  const people = identifiers.length > 0 ? [{ name: null, identifiers, nodes: [] }] : [];
  const identity = identityOf({ adapter, page, people });
  return identity ? { state: 'customer', identity, nodes: [], anchor: null } : { state: 'nobody' };
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
  const adapter = adapters.find((candidate) => isSite(candidate.site, url, document));
  if (!adapter) return { state: 'not-a-crm', roots: [] };
  const open = matchPage(adapter, url);
  const where = { url, document, sightings };
  const reading: Reading = open ? readPage(adapter, open, where) : { state: 'nobody' };
  return { ...reading, roots: innerRoots(adapter, document) };
}
