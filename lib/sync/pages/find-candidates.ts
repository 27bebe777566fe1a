import type { BookStore } from '@/lib/cache/book-store';
import type { Candidate } from '@/lib/messaging/sidebar-view';
import type { Account } from '@/lib/sync/account/account';
import type { StoreNames } from '@/lib/sync/customer/store-names';
import type { ResolvedCandidate } from './resolve-page';
import { tellApart } from './tell-apart';

type CandidateDeps = {
  account: Pick<Account, 'bookKeys'>;
  book: Pick<BookStore, 'getAll'>;
  storeNames: Pick<StoreNames, 'of'>;
};

const MOST_CANDIDATES = 20;

/**
 * The cards of those whom identifiers lead to; who has none by now is left out.
 * @param told.nameOf what the page calls each, by card number
 * @param told.apart several share something, and only their names tell them apart. Whoever is found alone is not named: a
 * number can be faked, and no name is put into a rep's mouth
 */
export function createFindCandidates({ account, book, storeNames }: CandidateDeps) {
  return async (
    resolved: readonly ResolvedCandidate[],
    { nameOf = () => '', apart }: { nameOf?: (number: number) => string; apart: boolean },
  ): Promise<Candidate[]> => {
    const some = resolved.slice(0, MOST_CANDIDATES);
    const keys = await account.bookKeys();
    const numbers = some.map((c) => c.number);
    const cards = keys ? await book.getAll(numbers, keys) : [];
    const names = await storeNames.of(apart && numbers.length > 1 ? numbers : []);
    const found = some.flatMap(({ foundBy }, i) => {
      const known = cards[i];
      if (!known) return [];
      const { name: storeName, accountEnd } = names.get(known.number) ?? { name: '', accountEnd: null };
      return [{ card: known, name: nameOf(known.number), storeName, accountEnd, foundBy }];
    });
    if (!apart) return found.map((one) => ({ ...one, accountEnd: null }));
    const ends = tellApart(found);
    return found.map((one, i) => ({ ...one, accountEnd: ends[i] ?? null }));
  };
}
