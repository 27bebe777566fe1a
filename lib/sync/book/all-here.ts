import type { BookStore } from '@/lib/cache/book-store';
import type { Account } from '@/lib/sync/account/account';
import type { BookProgress } from './book-progress';

type HereDeps = {
  account: Pick<Account, 'bookKeys'>;
  book: Pick<BookStore, 'position' | 'damaged'>;
  progress: Pick<BookProgress, 'shown'>;
};

/** Are all customers on this computer, and can they be read? Until then nobody is known to be no customer. */
export function createAllHere({ account, book, progress }: HereDeps) {
  return async (): Promise<boolean> => {
    const keys = await account.bookKeys();
    if (!keys || (await progress.shown()) !== null) return false;
    if ((await book.damaged()).some(({ kind }) => kind === 'cards')) return false;
    return (await book.position(keys)) !== null;
  };
}
