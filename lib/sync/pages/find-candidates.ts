import type { BookStore } from '@/lib/cache/book-store';
import type { Candidate } from '@/lib/messaging/sidebar-view';
import type { Account } from '@/lib/sync/account/account';
import type { ResolvedCandidate } from './resolve-page';

type CandidateDeps = { account: Pick<Account, 'bookKeys'>; book: Pick<BookStore, 'getAll'> };

const MOST_CANDIDATES = 20;

/** The cards of those whom identifiers lead to; who has none by now is left out. @param nameOf what each is called, by card number */
export function createFindCandidates({ account, book }: CandidateDeps) {
  return async (
    found: readonly ResolvedCandidate[],
    nameOf: (number: number) => string = () => '',
  ): Promise<Candidate[]> => {
    const some = found.slice(0, MOST_CANDIDATES);
    const keys = await account.bookKeys();
    const numbers = some.map((c) => c.number);
    const cards = keys ? await book.getAll(numbers, keys) : [];
    return some.flatMap(({ foundBy }, i) => {
      const known = cards[i];
      return known ? [{ card: known, name: nameOf(known.number), foundBy }] : [];
    });
  };
}
