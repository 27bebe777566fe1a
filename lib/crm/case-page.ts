import type { RawIdentifier } from '@/lib/domain/identifier';
import type { Detection, OpenCase } from './detect';

/** What looks like a customer's number, and is what the case's own address names. */
export const isOfCase = (identifier: RawIdentifier, { parts }: Pick<OpenCase, 'parts'>): boolean =>
  identifier.kind === 'externalId' && parts.includes(identifier.value);

/**
 * Whom a case is about, by what the reader of unknown pages made of its page: never `proven`, so that a person is asked.
 * The case's own number is nobody's; who was found by it too is doubtful.
 */
export function onCasePage(read: Detection, open: OpenCase): Detection {
  if (read.state === 'not-a-crm') return { state: 'nobody', roots: read.roots };
  if (read.state !== 'customer') return read;
  const { identity } = read;
  const people = identity.people
    .map((person) => person.filter((identifier) => !isOfCase(identifier, open)))
    .filter((person) => person.length > 0);
  if (people.length === 0) return { state: 'nobody', roots: read.roots };
  const isWhole = people.flat().length === identity.people.flat().length;
  const trust = isWhole && identity.trust !== 'doubtful' ? 'likely' : 'doubtful';
  return { ...read, identity: { ...identity, pageKind: open.pageKind, trust, people } };
}
