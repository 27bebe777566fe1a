import { type Agent, domainOf, FREE, folded } from './find-agent';
import { isNameLike } from './find-label';
import type { Mention } from './find-mentions';
import type { Somebody } from './gather-people';
import { foldWords, readLabel } from './read-label';
import type { RecordAddress } from './record-address';

/**
 * What speaks for somebody being the customer, in points. What counts is what the page's makers said (a label, a
 * heading, an address), not how often a name stands there.
 */
export const POINTS = {
  /** beside or under a word for the customer: "Requester", "Kunde" */
  role: 4,
  /** the page's title or main heading names them */
  title: 3,
  /** the page's address holds their own address or number */
  address: 3,
  /** schema.org says that the page is about them */
  data: 3,
  /** beside a label for an address or number: "E-mail" */
  label: 2,
  /** these only count on top of one above */
  name: 1, // beside a label for names
  both: 1, // e-mail and phone stand together
  link: 1, // mailto:, tel:
  written: 1, // a message on the page is from them
  record: 1, // the page's address is a record's
  /** named, with nothing that says why */
  mention: 1,
} as const;

export type Evidence = keyof typeof POINTS;

/** From here on somebody is believed to be the customer, where nobody else is likely; below the other, they are nobody. */
export const ENOUGH = 5;
export const LEAST = 2;

const BASES: readonly Evidence[] = ['role', 'title', 'address', 'data', 'label'];

export type Weighed = Somebody & {
  evidence: ReadonlySet<Evidence>;
  points: number;
  /** of what they would be taken for on their own, less than sure: the agent's colleague, the CRM's own company */
  inDoubt: boolean;
};

export type PageWords = {
  host: string;
  title: string;
  headings: readonly string[];
  address: RecordAddress;
  url: string;
};

const isEmail = ({ kind }: Mention) => kind === 'email';
const inRecord = ({ item }: Mention) => item.zone === 'record';

const contains = (text: string, words: string) => ` ${text} `.includes(` ${words} `);

const addressWords = (text: string) => foldWords(text.replace(/[_\d]+/g, ' '));

/** Does a name fit an address? "Jane Doe" and j.doe@ or jane@ do; so do "Lea Roth" and lea@roth.example. */
function fits(heading: string, email: string): boolean {
  if (!isNameLike(heading)) return false;
  const [local = '', domain = ''] = email.split('@').map(addressWords);
  const inLocal = foldWords(heading).filter((word) => local.includes(word) && !readLabel(word));
  return inLocal.some(
    (word) =>
      word.length > 3 || foldWords(heading).some((w) => w !== word && w.length > 2 && domain.includes(w)),
  );
}

function isInTitle({ mentions, names }: Somebody, { title, headings }: PageWords): boolean {
  const texts = [title, ...headings];
  const isNamed = names
    .map(folded)
    .some((name) => name.length > 4 && !readLabel(name) && texts.some((t) => contains(folded(t), name)));
  return (
    isNamed ||
    mentions
      .filter((m) => isEmail(m) && inRecord(m))
      .some(({ value }) => {
        const email = value.toLowerCase();
        return (
          texts.some((text) => text.toLowerCase().includes(email)) ||
          headings.some((text) => fits(text, email))
        );
      })
  );
}

function isInAddress({ mentions }: Somebody, { url, address }: PageWords): boolean {
  return mentions.some(({ kind, value }) =>
    kind === 'email'
      ? url.toLowerCase().includes(value.toLowerCase())
      : kind === 'id' && address.ids.includes(value),
  );
}

function evidenceFor(somebody: Somebody, page: PageWords): Set<Evidence> {
  const own = somebody.mentions.filter(inRecord);
  const keys = own.filter(({ kind }) => kind === 'email' || kind === 'phone' || kind === 'id');
  const labelled = keys.filter(({ label }) => label?.exact);
  const isRole = ({ label, section }: Mention) =>
    label?.ofCustomer || (section?.kind === 'customer' && section.exact);
  const kinds = new Set(labelled.map(({ kind }) => kind));
  const found: [Evidence, boolean][] = [
    [
      'role',
      labelled.some((m) => m.kind !== 'id' && isRole(m)) ||
        keys.some(({ section }) => section?.kind === 'customer' && section.exact),
    ],
    ['title', own.length > 0 && isInTitle(somebody, page)],
    ['address', own.length > 0 && isInAddress(somebody, page)],
    ['label', labelled.some(({ label }) => label?.kind !== 'customer')],
    ['name', own.some(({ kind }) => kind === 'name' || kind === 'first')],
    ['both', (kinds.has('email') || keys.some(isEmail)) && keys.some(({ kind }) => kind === 'phone')],
    ['link', keys.some(({ item }) => item.from === 'mailto' || item.from === 'tel')],
    ['written', somebody.mentions.some((m) => isEmail(m) && m.item.zone === 'said')],
    ['record', page.address.isRecord],
    ['mention', true],
  ];
  return new Set(found.flatMap(([evidence, holds]) => (holds ? evidence : [])));
}

function pointsOf(evidence: ReadonlySet<Evidence>): number {
  const base = BASES.some((one) => evidence.has(one));
  const counting = [...evidence].filter((one) =>
    base ? one !== 'mention' : one === 'mention' || one === 'record',
  );
  return counting.reduce((sum, one) => sum + POINTS[one], 0);
}

/** The heading names somebody else than the page's fields do. */
function isContradicted({ names }: Somebody, evidence: ReadonlySet<Evidence>, page: PageWords): boolean {
  if (evidence.has('title') || evidence.has('role') || names.length === 0) return false;
  return page.headings.some(
    (text) => isNameLike(text) && text.includes(' ') && contains(folded(page.title), folded(text)),
  );
}

const shapeOf = (id: string) => id.replace(/\d/g, '0').replace(/\p{L}/gu, 'a');

/** The address is C-203's, the page still shows C-202. Bare numbers may count different things. */
function isAnotherRecord({ mentions }: Somebody, { address }: PageWords): boolean {
  const own = mentions.filter(({ kind }) => kind === 'id').map(({ value }) => value);
  const alike = address.ids.filter(
    (id) => /\p{L}/u.test(id) && own.some((one) => shapeOf(one) === shapeOf(id)),
  );
  return alike.length > 0 && !alike.some((id) => own.includes(id));
}

export function weigh(somebody: Somebody, agent: Agent, page: PageWords): Weighed {
  const evidence = evidenceFor(somebody, page);
  const domains = somebody.mentions.filter(isEmail).map(({ value }) => domainOf(value));
  const isOurs = (domain: string) =>
    agent.domains.has(domain) ||
    (!FREE.test(domain) && (page.host === domain || page.host.endsWith(`.${domain}`)));
  const inDoubt =
    domains.some(isOurs) || isAnotherRecord(somebody, page) || isContradicted(somebody, evidence, page);
  return { ...somebody, evidence, points: pointsOf(evidence), inDoubt };
}
