import type { RawIdentifier } from '@/lib/domain/identifier';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { isOfCase, onCasePage } from '../case-page';
import { detect, type OpenCase } from '../detect';
import { detectGeneric } from '../generic/detect-generic';
import { GENERIC } from '../generic/generic-reader';
import { readGeneric } from '../generic/read-generic';
import { adapterFor, matchPage } from '../match-page';
import type { PageIdentity } from '../page-report';
import { isTaughtSite } from '../untaught-page';
import type { DiagnosedPerson, Diagnosis } from './diagnosis';
import { missedFields } from './missed-fields';
import { whereFound } from './where-found';
import { whyElsewhere, whyOnPage, whyUnread } from './why-nobody';

const CONFIDENCE: Record<PageIdentity['trust'], number> = { proven: 1, likely: 0.8, doubtful: 0.5 };

const nothing = {
  why: null,
  adapter: null,
  pageKind: null,
  reading: null,
  name: '',
  identifiers: [],
  candidates: [],
  missed: [],
} as const;

/** One person for sure is the customer; anything else is for a person to say. */
function answer(
  people: readonly DiagnosedPerson[],
  isSure: boolean,
): Pick<Diagnosis, 'outcome' | 'name' | 'identifiers' | 'candidates'> {
  const [person, ...more] = people;
  if (!person) return { outcome: 'nobody', name: '', identifiers: [], candidates: [] };
  if (!isSure || more.length > 0) return { outcome: 'choose', name: '', identifiers: [], candidates: people };
  return { outcome: 'customer', ...person, candidates: [] };
}

/** The same, read by who reads pages without an adapter. */
function genericAnswer(people: readonly DiagnosedPerson[], isLikely: boolean) {
  const reading = { adapter: GENERIC.id, trust: isLikely ? 'likely' : 'doubtful' } as const;
  return { ...answer(people, isLikely), reading: people.length > 0 ? reading : null };
}

/** What Heed makes of a page without any adapter. */
export function diagnoseGeneric(url: URL, document: Document, isRecord = false): Diagnosis {
  const { outcome, candidates } = readGeneric(url, document, isRecord);
  const people = candidates.map(({ name, identifiers }) => ({
    name: name ?? '',
    identifiers: identifiers.map(({ identifier, confidence, found }) => ({
      ...identifier,
      confidence,
      found,
    })),
  }));
  const isNobody = outcome === 'nobody';
  const why = isNobody ? whyUnread({ url, document }) : null;
  return {
    ...nothing,
    why,
    pageKind: isNobody ? null : 'record',
    ...genericAnswer(people, outcome === 'customer'),
  };
}

/** What it makes of a case's page: no better than likely, and without the case's own number. */
function diagnoseCase(url: URL, document: Document, open: OpenCase): Diagnosis {
  const { identifiers, name, candidates } = diagnoseGeneric(url, document, true);
  const people = [...(identifiers.length > 0 ? [{ name, identifiers }] : []), ...candidates]
    .map((person) => ({
      ...person,
      identifiers: person.identifiers
        .filter((identifier) => !isOfCase(identifier, open))
        .map((one) => ({ ...one, confidence: Math.min(one.confidence, CONFIDENCE.likely) })),
    }))
    .filter((person) => person.identifiers.length > 0);
  const found = onCasePage(detectGeneric(url, document, true), open);
  const isLikely = found.state === 'customer' && found.identity.trust === 'likely';
  const { adapter, pageKind } = open;
  const why = people.length === 0 ? 'case' : null;
  return { ...nothing, why, adapter, pageKind, ...genericAnswer(people, isLikely) };
}

/** What Heed makes of a page with these adapters; what the one that knows the page looked for in vain. */
export function diagnose(url: URL, document: Document, adapters: readonly CrmAdapter[]): Diagnosis {
  const reading = detect(url, document, adapters);
  const adapter = adapterFor(url, document, adapters);
  if (reading.state === 'not-a-crm' || !adapter) return { ...nothing, outcome: 'not-a-crm' };
  const open = matchPage(adapter, url);
  if (!open)
    return { ...nothing, why: whyElsewhere(adapter, { url }), adapter: adapter.id, outcome: 'nobody' };
  if (reading.state === 'case') return diagnoseCase(url, document, reading.open);
  const { page, parts } = open;
  const missed = 'people' in page ? missedFields({ adapter, page, parts, url, document }) : [];
  const about = { ...nothing, adapter: adapter.id, pageKind: page.kind, missed };
  if (reading.state !== 'customer') {
    const looked = 'people' in page ? { page, adapter, document } : null;
    const why = looked ? whyOnPage(reading.state, looked, missed) : 'no-page';
    return { ...about, why, outcome: reading.state };
  }
  const { people, name, names = [name], trust } = reading.identity;
  const found = (identifier: RawIdentifier) => ({
    ...identifier,
    confidence: CONFIDENCE[trust],
    found: whereFound(identifier, { adapter, open, url, document }),
  });
  const named = people.map((identifiers, i) => ({
    name: names[i] ?? '',
    identifiers: identifiers.map(found),
  }));
  return { ...about, reading: { adapter: adapter.id, trust }, ...answer(named, trust !== 'doubtful') };
}

/** As the content script reads it: without an adapter where none knows the page, and asking nobody where it asks nobody. */
export function diagnosePage(url: URL, document: Document, adapters: readonly CrmAdapter[]): Diagnosis {
  const known = diagnose(url, document, adapters);
  if (known.outcome !== 'not-a-crm') return known;
  const read = diagnoseGeneric(url, document);
  if (read.outcome !== 'choose' || !isTaughtSite({ url, document }, adapters)) return read;
  return { ...nothing, outcome: 'nobody', why: 'unclear' };
}
