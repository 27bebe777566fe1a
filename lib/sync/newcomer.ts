import type { PersonFound } from './look-up-people';

/**
 * Whom the rep means by “none of these”: what a page says of one that leads to no card, in no spelling. Where it says
 * such of several, nobody can tell whom they mean.
 */
export function newcomerAmong(people: readonly PersonFound[]): PersonFound[] {
  const strangers = people
    .map((person) => person.filter(({ spellings }) => spellings.every((s) => s.numbers.length === 0)))
    .filter((person) => person.length > 0);
  return strangers.length === 1 ? strangers : [];
}
