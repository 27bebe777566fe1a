import type { BookStore } from '@/lib/cache/book-store';
import type { Identifier, RawIdentifier } from '@/lib/domain/identifier';
import { normaliseIdentifier } from '@/lib/domain/normalise-identifier';
import type { NoteCustomer } from '@/lib/domain/note';
import { isUnreadable } from '@/lib/platform/app-error';
import { lookupKey } from '@/lib/protocol/lookup-key';
import type { Account } from '@/lib/sync/account/account';
import type { LookedUp } from './resolve-page';

/** One canonical spelling, and the cards it leads to. */
type Spelling = { identifier: Identifier; numbers: readonly number[] };
/** What a page calls one of its people by: per identifier on the page, its spellings. */
export type PersonFound = { kind: Identifier['kind']; spellings: Spelling[] }[];
/** `damaged`: who they are can't be told, for what tells it is damaged. */
export type PeopleFound = { people: PersonFound[]; damaged: boolean };

const MOST_IDENTIFIERS = 20;

type LookupDeps = {
  account: Pick<Account, 'organisation' | 'bookKeys'>;
  book: Pick<BookStore, 'lookup'>;
};

/**
 * In order. Null where a block is damaged: nobody is known until it is mended, for half of an answer might name the
 * wrong one.
 */
async function cardsOf(
  { account, book }: LookupDeps,
  all: readonly Identifier[],
): Promise<number[][] | null> {
  const keys = await account.bookKeys();
  if (!keys) return [];
  const hashed = await Promise.all(all.map((id) => lookupKey(keys.lookupSecret, id)));
  return book.lookup(hashed, keys).catch((error: unknown) => {
    if (isUnreadable(error)) return null;
    throw error;
  });
}

/** @returns everybody with all their identifiers looked up together, in one transaction; with no keys, nothing is found */
export function createPeopleLookup(deps: LookupDeps) {
  return async (people: readonly (readonly RawIdentifier[])[]): Promise<PeopleFound> => {
    const [organisation] = await Promise.all([deps.account.organisation(), deps.account.bookKeys()]);
    const region = organisation?.session.organisation.defaultRegion ?? '';
    const spelled = people.map((person) =>
      person.map((raw) => ({ kind: raw.kind, identifiers: normaliseIdentifier(raw, region) })),
    );
    const all = spelled.flat().flatMap((raw) => raw.identifiers);
    const found = await cardsOf(deps, all);
    const numbers = new Map(all.map((id, i) => [id, found?.[i] ?? []]));
    const peopleFound = spelled.map((person) =>
      person
        .filter((raw) => raw.identifiers.length > 0)
        .map(({ kind, identifiers }) => ({
          kind,
          spellings: identifiers.map((identifier) => ({
            identifier,
            numbers: numbers.get(identifier) ?? [],
          })),
        })),
    );
    return { people: peopleFound, damaged: found === null };
  };
}

/** What `resolvePage` decides on. */
export function numbersOf(person: PersonFound): LookedUp[] {
  return person.map(({ kind, spellings }) => ({
    kind,
    numbers: [...new Set(spellings.flatMap((s) => s.numbers))],
  }));
}

/**
 * Whom a note is about: the card, with only those identifiers that lead to it; where there is no card, what leads
 * to none: the phone of somebody else may stand on the page of someone new.
 */
export function noteCustomer(people: readonly PersonFound[], cardNumber: number | null): NoteCustomer {
  const spellings = people.flat().flatMap((raw) => raw.spellings);
  const fitting = spellings.filter(({ numbers }) =>
    cardNumber === null ? numbers.length === 0 : numbers.includes(cardNumber),
  );
  const unique = new Map(fitting.map(({ identifier }) => [JSON.stringify(identifier), identifier]));
  return { cardNumber, identifiers: [...unique.values()].slice(0, MOST_IDENTIFIERS) };
}
