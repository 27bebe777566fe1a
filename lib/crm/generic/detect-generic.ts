import type { Detection } from '../detect';
import { namesOf } from '../names-of';
import { LONGEST_KEY } from '../page-report';
import { GENERIC } from './generic-reader';
import { readGeneric } from './read-generic';

/**
 * Which customer a page has open that no adapter knows: `detect` for any CRM. `likely` is to be confirmed once per site,
 * `doubtful` lists those of whom a person must say who it is.
 * @param isRecord an adapter knows by its address that a record is open
 */
export function detectGeneric(url: URL, document: Document, isRecord = false): Detection {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { state: 'not-a-crm', roots: [] };
  const { outcome, candidates, roots } = readGeneric(url, document, isRecord);
  if (outcome === 'nobody') return { state: 'nobody', roots };
  const people = candidates.map(({ identifiers }) => identifiers.map(({ identifier }) => identifier));
  const { name, names } = namesOf(candidates);
  const trust = outcome === 'customer' ? 'likely' : 'doubtful';
  const key = JSON.stringify([GENERIC.id, trust, name, names, people]);
  if (key.length > LONGEST_KEY) return { state: 'nobody', roots };
  const witnesses = candidates.flatMap((candidate) => candidate.witnesses);
  const identity = { key, adapter: GENERIC.id, pageKind: 'record', trust, name, ...names, people } as const;
  return { state: 'customer', identity, witnesses, roots, anchor: null };
}
