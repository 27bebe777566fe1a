import type { BookKeys } from '@/lib/protocol/book-keys';
import type { BookDb, BookStateRow } from './book-db';
import type { OpenedBlocks } from './opened-blocks';

/** The row that says which book is here, remembered: the worker is the only one who writes it. */
export function createBookState(db: BookDb, opened: OpenedBlocks) {
  let known: BookStateRow | null | undefined;

  async function read(): Promise<BookStateRow | null> {
    if (known !== undefined) return known;
    const readAt = opened.epoch();
    const state = ((await db.state.get('book')) as BookStateRow | undefined) ?? null;
    if (opened.epoch() === readAt) known = state;
    return state;
  }

  return {
    read,

    /** The book that is here whole, under these keys; null where there is none. */
    async current({ fingerprint }: BookKeys): Promise<BookStateRow | null> {
      const state = await read();
      return state?.fingerprint === fingerprint ? state : null;
    },

    /** Something of the book was written: nothing that is remembered counts any more. */
    changed(): void {
      known = undefined;
      opened.forget();
    },
  };
}

export type BookState = ReturnType<typeof createBookState>;
