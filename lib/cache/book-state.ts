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

  /** Something of the book was written, or it is gone: nothing that is remembered counts any more. */
  function changed(): void {
    known = undefined;
    opened.forget();
  }

  // Somebody deletes it, or the browser closes it since the disk fails.
  db.on('versionchange', changed);
  db.on('close', changed);

  return {
    read,
    changed,

    /** The book that is here whole, under these keys; null where there is none. */
    async current({ fingerprint }: BookKeys): Promise<BookStateRow | null> {
      const state = await read();
      return state?.fingerprint === fingerprint ? state : null;
    },
  };
}

export type BookState = ReturnType<typeof createBookState>;
