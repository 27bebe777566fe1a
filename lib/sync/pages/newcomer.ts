import type { PersonFound } from './look-up-people';

type Known = PersonFound[number];

const leads = ({ spellings }: Known) => spellings.some(({ numbers }) => numbers.length > 0);

/**
 * A household's phone may be a customer's, and who stands there with an address of their own another. But nobody whose
 * address or number is a customer's is new, nor somebody of whom only a second phone is: the rep has just said that it is
 * not that customer, and the note must not go by what is theirs.
 */
function isNew(person: PersonFound): boolean {
  const known = person.filter(leads);
  if (known.length === 0) return person.length > 0;
  return (
    known.every(({ kind }) => kind === 'phone') && person.some((one) => one.kind !== 'phone' && !leads(one))
  );
}

/** `index`: which of the page's people; `says`: what leads to no card, in no spelling. */
type Newcomer = { index: number; says: PersonFound };

/** Whom the rep means by “none of these”; null where several of the page's people are new: nobody can tell whom they mean. */
export function newcomerAmong(people: readonly PersonFound[]): Newcomer | null {
  const [only, ...more] = people.flatMap((person, index) => (isNew(person) ? [{ index, person }] : []));
  if (!only || more.length > 0) return null;
  return { index: only.index, says: only.person.filter((one) => !leads(one)) };
}
