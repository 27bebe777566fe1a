import type { RawIdentifier } from '@/lib/domain/identifier';
import type { Detection, OpenCase } from './detect';
import { namesOf } from './names-of';

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
  const { names = [identity.name], ...said } = identity;
  const kept = said.people
    .map((person, i) => ({
      name: names[i] ?? null,
      person: person.filter((identifier) => !isOfCase(identifier, open)),
    }))
    .filter(({ person }) => person.length > 0);
  if (kept.length === 0) return { state: 'nobody', roots: read.roots };
  const people = kept.map(({ person }) => person);
  const called = namesOf(kept);
  const isWhole = people.flat().length === identity.people.flat().length;
  const trust = isWhole && identity.trust !== 'doubtful' ? 'likely' : 'doubtful';
  return {
    ...read,
    identity: { ...said, ...called.names, name: called.name, pageKind: open.pageKind, trust, people },
  };
}
