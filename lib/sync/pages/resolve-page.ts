import type { Identifier } from '@/lib/domain/identifier';

/** One identifier as a page spells it, and the cards that all its canonical spellings lead to. */
export type LookedUp = { kind: FoundBy; numbers: readonly number[] };

export type FoundBy = Identifier['kind'];
/** A card that the page may mean, by its number, and what led to it. */
export type ResolvedCandidate = { number: number; foundBy: FoundBy[] };

/** Whom a page shows, as far as the book can tell. */
export type Resolution =
  | { state: 'unknown' }
  | { state: 'customer'; number: number }
  | {
      state: 'choose';
      why: 'identifiers-disagree' | 'shared-identifier' | 'several-people' | 'only-phone-fits' | 'unsure';
      candidates: ResolvedCandidate[];
    };

/** Everyone to whom anything leads, in the order in which they are found. */
export function candidatesOf(people: readonly (readonly LookedUp[])[]): ResolvedCandidate[] {
  const found = new Map<number, Set<FoundBy>>();
  for (const { kind, numbers } of people.flat())
    for (const number of numbers) found.set(number, (found.get(number) ?? new Set()).add(kind));
  return [...found].map(([number, by]) => ({ number, foundBy: [...by] }));
}

/** Phones are shared in families and offices and can be wrong; an id or an e-mail address may decide, a phone may not. */
function decides({ kind, numbers }: LookedUp): boolean {
  return kind !== 'phone' && numbers.length === 1;
}

/** Anyone can write another's phone into their profile: an id or address that leads nowhere may be someone new. */
function onlyPhoneFits(person: readonly LookedUp[]): boolean {
  const others = person.filter((l) => l.kind !== 'phone');
  return others.length > 0 && others.every((l) => l.numbers.length === 0);
}

function resolvePerson(person: readonly LookedUp[]): Resolution {
  const hits = person.filter((l) => l.numbers.length > 0);
  const candidates = candidatesOf([hits]);
  const [only, another] = candidates;
  if (!only) return { state: 'unknown' };
  if (!another && onlyPhoneFits(person)) return { state: 'choose', why: 'only-phone-fits', candidates };
  if (!another) return { state: 'customer', number: only.number };
  const common = candidates.map((c) => c.number).filter((n) => hits.every((l) => l.numbers.includes(n)));
  if (common.length === 0) return { state: 'choose', why: 'identifiers-disagree', candidates };
  const decided = hits.find(decides)?.numbers[0];
  // It is in every other set too, or `common` would be empty.
  if (decided !== undefined) return { state: 'customer', number: decided };
  return { state: 'choose', why: 'shared-identifier', candidates };
}

/** The page is no proof of who is open: whoever it leads to may be them, and a person says who. */
export function resolveDoubtful(people: readonly (readonly LookedUp[])[]): Resolution {
  const candidates = candidatesOf(people);
  return candidates.length === 0 ? { state: 'unknown' } : { state: 'choose', why: 'unsure', candidates };
}

/**
 * Which customer a page means. All identifiers of a person count together: all lead to one card, that is the one;
 * some lead elsewhere, or one fits several: ask, and say why. Several people on one page are never guessed between.
 * @param people for each person the page names as its customer, all identifiers with the cards they lead to
 */
export function resolvePage(people: readonly (readonly LookedUp[])[]): Resolution {
  const [person, another] = people;
  if (!person) return { state: 'unknown' };
  if (!another) return resolvePerson(person);
  const each = people.map(resolvePerson);
  const first = each[0];
  if (first?.state === 'customer' && each.every((r) => r.state === 'customer' && r.number === first.number))
    return first;
  return { state: 'choose', why: 'several-people', candidates: candidatesOf(people) };
}
