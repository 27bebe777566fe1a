import type { RawIdentifier } from '@/lib/domain/identifier';
import { CUSTOMER_NUMBER } from '@/lib/protocol/customer-number';
import { decoded } from '../decoded';
import { shownText } from '../shown';
import type { Witness } from '../witness';
import { findAgent, isContested } from './find-agent';
import { isNameLike } from './find-label';
import { findMentions, type Mention } from './find-mentions';
import { gatherPeople } from './gather-people';
import { type PageItems, readItems } from './page-items';
import { readAddress } from './record-address';
import { confirmData } from './structured-data';
import { ENOUGH, LEAST, type PageWords, type Weighed, weigh } from './weigh';
import { headingWitness, mentionWitnesses } from './witnesses';

export type GenericIdentifier = { identifier: RawIdentifier; confidence: number; found: string };

/** Where a person would point to say who it is; `named`: where the name stands. */
export type Pointed = {
  keys: readonly { element: Element; identifier: RawIdentifier }[];
  named: Element | null;
};

/** Somebody whom the page may mean. `witnesses`: what says so. */
export type Candidate = {
  name: string | null;
  confidence: number;
  identifiers: readonly GenericIdentifier[];
  pointed: Pointed;
  witnesses: readonly Witness[];
};

/**
 * `customer`: the first candidate is; `choose`: one of them may be; `nobody`: a list, a dashboard, the agent's own page.
 */
export type GenericReading = {
  outcome: 'customer' | 'choose' | 'nobody';
  candidates: readonly Candidate[];
  roots: readonly Node[];
};

/** More people than these are no choice. A page with more addresses and numbers is a list. */
const MOST_PEOPLE = 5;
export const MOST_MENTIONS = 600;
const MOST_IDENTIFIERS = 10;

const ORDER = ['id', 'email', 'phone'];

function headingsOf(page: PageItems): Element[] {
  const all = page.items
    .filter(({ heading, zone }) => heading && zone === 'record')
    .map(({ element, node }) => {
      const [own] = [element, page.parents.get(element), page.parents.get(node)].filter(
        (e) => e && /^H[1-6]$/.test(e.nodeName),
      );
      return own ?? element;
    });
  const first = all.filter(({ nodeName }) => nodeName === 'H1');
  return [...new Set(first.length > 0 ? first : all.slice(0, 1))].slice(0, 3);
}

function toIdentifier({ kind, value }: Mention): RawIdentifier | null {
  if (kind === 'email' || kind === 'phone') return { kind, value };
  return kind === 'id' ? { kind: 'externalId', ...CUSTOMER_NUMBER, value } : null;
}

function foundAt({ label, item, section }: Mention): string {
  const link =
    item.from === 'mailto' || item.from === 'tel'
      ? `${item.from}: link`
      : item.from === 'input'
        ? 'field'
        : 'text';
  const by = label ? ` labelled "${label.text.slice(0, 40)}"` : '';
  return `${link}${by}${section?.kind === 'customer' ? ' in the customer’s part of the page' : ''}`;
}

/** What they are known by, each once, where the page says it best. */
function keysOf({ mentions }: Weighed): { mention: Mention; identifier: RawIdentifier }[] {
  const first = new Map<string, Mention>();
  for (const mention of mentions) {
    const known = first.get(mention.key);
    if (mention.item.zone === 'record' && (!known || (!known.label?.exact && mention.label?.exact)))
      first.set(mention.key, mention);
  }
  const rank = ({ kind }: Mention) => ORDER.indexOf(kind);
  return [...first.values()]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((mention) => {
      const identifier = toIdentifier(mention);
      return identifier ? [{ mention, identifier }] : [];
    })
    .slice(0, MOST_IDENTIFIERS);
}

function toGeneric(
  { mention, identifier }: ReturnType<typeof keysOf>[number],
  confidence: number,
): GenericIdentifier {
  const own = mention.label?.exact ? confidence : confidence * 0.9;
  return { identifier, confidence: Math.round(own * 100) / 100, found: foundAt(mention) };
}

/** 0.8 and more is sure, and only where `isSure`; less is for a person to say. */
const confidenceOf = (points: number, isSure: boolean) =>
  isSure ? Math.min(0.98, 0.8 + 0.03 * (points - ENOUGH)) : Math.min(0.7, 0.1 * points);

function toCandidate(person: Weighed, isSure: boolean, headings: readonly Element[]): Candidate {
  const confidence = confidenceOf(person.points, isSure);
  const spelled = person.names.filter((name) => !name.includes('@'));
  const heading = person.evidence.has('title')
    ? headings.find((h) => isNameLike(shownText(h, 100)))
    : undefined;
  const name = spelled.find((one) => one.includes(' ')) ?? spelled[0] ?? null;
  const says = person.mentions.find(({ kind, value }) => kind === 'name' && value === name);
  const keys = keysOf(person);
  return {
    name: name ?? (heading ? shownText(heading, 100) : null),
    confidence,
    identifiers: keys.map((key) => toGeneric(key, confidence)),
    pointed: {
      keys: keys.map(({ mention: { item }, identifier }) => ({ element: item.element, identifier })),
      named: says?.item.element ?? heading ?? null,
    },
    witnesses: [
      ...person.mentions.flatMap(mentionWitnesses),
      ...(person.evidence.has('title') ? headings.map(headingWitness) : []),
    ],
  };
}

/**
 * Who may be open on a page that no adapter knows, read as a person would. Pure.
 *
 * Evidence has points (`POINTS`). Somebody is the customer only with `ENOUGH` of them from two sources, with nobody else
 * who has more than a mention, and if they aren't of the agent's own company. All else is for a person to say.
 *
 * @param isRecord an adapter knows by its address that a record is open
 */
export function readGeneric(url: URL, document: Document, isRecord = false): GenericReading {
  const page = readItems(document);
  const { roots } = page;
  const address = { ...readAddress(url), ...(isRecord && { isRecord, nobody: false }) };
  const mentions = findMentions(page, MOST_MENTIONS);
  if (address.nobody || mentions.length === MOST_MENTIONS)
    return { outcome: 'nobody', candidates: [], roots };
  const agent = findAgent(page, mentions);
  const headings = headingsOf(page);
  const words: PageWords = {
    host: url.hostname,
    title: document.title,
    headings: headings.map((heading) => shownText(heading, 200)),
    address,
    url: decoded(url.href, decodeURI) ?? url.href,
  };
  const people = gatherPeople(mentions, agent, page)
    .map((person) => confirmData(weigh(person, agent, words), page.data))
    .filter(({ points, mentions: own }) => points >= LEAST && own.some(({ item }) => item.zone === 'record'))
    .sort((a, b) => b.points - a.points);
  const [best, ...others] = people;
  if (!best) return { outcome: 'nobody', candidates: [], roots };
  const isAlone = others.length === 0 && !isContested(agent, mentions);
  const isSure = best.points >= ENOUGH && !best.inDoubt && isAlone;
  const candidates = people.slice(0, MOST_PEOPLE).map((person) => toCandidate(person, isSure, headings));
  return { outcome: isSure ? 'customer' : 'choose', candidates, roots };
}
