import type { CrmAdapter } from './adapter';
import { findElements, findShown } from './find-elements';
import { isSite, matchPage, type OpenPage } from './match-page';
import type { PageIdentity } from './page-report';
import { readAgent, readPeople } from './read-people';
import { takeText } from './take-text';

/**
 * `nodes`: the elements that the identity was read from or confirmed by. While they and what stands above them stay
 * as they are, so does the identity.
 */
export type Detection =
  | { state: 'customer'; identity: PageIdentity; nodes: readonly Element[] }
  | { state: 'nobody' | 'not-ready' | 'not-a-crm' };

/** Bounds of `pageIdentitySchema`. More people than that are a list, not the customer. */
const MOST_PEOPLE = 20;
const MOST_IDENTIFIERS = 20;
const LONGEST_KEY = 8000;
const LONGEST_NAME = 300;

/** The elements that prove that the page's contents belong to its address; null where one doesn't, or none is there. */
function confirmed({ page, parts }: OpenPage, url: URL, document: Document): Element[] | null {
  const proof: Element[] = [];
  for (const { part, at, take, evenHidden = false } of page.confirm) {
    const elements = findElements(at, { within: document, ignore: '', evenHidden });
    const agree = elements.every((e) => takeText(e, take, { page: url, evenHidden }) === parts.get(part));
    if (elements.length === 0 || !agree) return null;
    proof.push(...elements);
  }
  return proof;
}

function readPage(adapter: CrmAdapter, open: OpenPage, where: { url: URL; document: Document }): Detection {
  const { url, document } = where;
  const proof = findShown(document, open.page.ready) && confirmed(open, url, document);
  if (!proof) return { state: 'not-ready' };
  const reading = { page: url, parts: open.parts, ignore: adapter.ignore.join(',') };
  const agent = readAgent(adapter.agent, document, reading);
  const people = readPeople(open.page.people, { ...reading, document, agent });
  if (people.length === 0 || people.length > MOST_PEOPLE) return { state: 'nobody' };
  if (people.some((person) => person.identifiers.length > MOST_IDENTIFIERS)) return { state: 'nobody' };

  const name = people
    .flatMap((person) => person.name ?? [])
    .join(', ')
    .slice(0, LONGEST_NAME);
  const identifiers = people.map((person) => person.identifiers);
  const key = JSON.stringify([adapter.id, name, identifiers]);
  if (key.length > LONGEST_KEY) return { state: 'nobody' };
  return {
    state: 'customer',
    identity: { key, adapter: adapter.id, pageKind: open.page.kind, name, people: identifiers },
    nodes: [...proof, ...people.flatMap((person) => person.nodes)],
  };
}

/**
 * Which customer a page has open. Pure: looks at the address and the document, changes neither.
 *
 * - `customer`: these identifiers are shown, and the page confirms that they belong to its address
 * - `nobody`: a page of this CRM without a customer
 * - `not-ready`: the address is a customer page's, its contents are not there yet or still another record's
 * - `not-a-crm`: no adapter knows this page
 */
export function detect(url: URL, document: Document, adapters: readonly CrmAdapter[]): Detection {
  const adapter = adapters.find((candidate) => isSite(candidate.site, url, document));
  if (!adapter) return { state: 'not-a-crm' };
  const open = matchPage(adapter, url);
  return open ? readPage(adapter, open, { url, document }) : { state: 'nobody' };
}
