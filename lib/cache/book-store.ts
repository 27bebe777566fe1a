import type { Card } from '@/lib/domain/card';
import type { ErrorLog } from '@/lib/platform/error-log';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { createBlockReader } from './block-reader';
import { type BookPosition, createBookChanges } from './book-changes';
import type { BookDb } from './book-db';
import { createBookLookup } from './book-lookup';
import { createBookState } from './book-state';
import { createComingBook } from './coming-book';
import { openOrRebuild } from './open-or-rebuild';
import { createOpenedBlocks } from './opened-blocks';
import { onDisk } from './storage-error';

/** `lastPullAt` in ISO 8601; null while no whole book is here. */
export type BookInfo = { customers: number; lastPullAt: string | null };

type StoreMethod<A extends unknown[], T> = (...args: A) => Promise<T>;

/**
 * The customers at hand, packed and sealed in blocks. Every method rejects with `storage-failed` or `storage-full`.
 * @param logError is told why a book that couldn't be opened was thrown away
 */
export function createBookStore(db: BookDb, logError: ErrorLog) {
  let damageHeard = () => {};
  const opened = createOpenedBlocks();
  const state = createBookState(db, opened);
  const reader = createBlockReader({ db, opened, state, onDamage: () => damageHeard() });
  const { lookup, getAll } = createBookLookup(reader);
  const coming = createComingBook(db);
  const changes = createBookChanges(db, state);

  const reads = <A extends unknown[], T>(work: StoreMethod<A, T>): StoreMethod<A, T> => {
    return (...args) =>
      onDisk(async () => {
        await openOrRebuild(db, (cause) => logError('book thrown away', cause));
        return work(...args);
      });
  };
  const writes = <A extends unknown[], T>(work: StoreMethod<A, T>): StoreMethod<A, T> => {
    return (...args) => reads(work)(...args).finally(state.changed);
  };

  return {
    lookup: reads(lookup),
    getAll: reads(getAll),
    get: reads(async (number: number, keys: BookKeys): Promise<Card | null> => {
      return (await getAll([number], keys))[0] ?? null;
    }),

    begin: reads(coming.begin),
    putPack: reads(coming.put),
    bytesHere: reads(coming.bytesHere),
    finish: writes(async (...of: Parameters<typeof coming.finish>) => {
      const finished = await coming.finish(...of);
      if (finished) state.isWhole();
      return finished;
    }),
    apply: writes(changes.apply),
    mend: writes(changes.mend),

    /** Null where no whole book is here under these keys. */
    position: reads(async (keys: BookKeys): Promise<BookPosition | null> => {
      const here = await state.current(keys);
      return here && { book: here.book, cursor: here.cursor };
    }),

    info: reads(async (): Promise<BookInfo> => {
      const here = await state.read();
      return { customers: here?.customers ?? 0, lastPullAt: here?.lastPullAt ?? null };
    }),

    damaged: reads(state.damaged),

    /** Somebody looked for a customer whose block can't be read. */
    whenDamaged(listener: () => void): void {
      damageHeard = listener;
    },

    clear: writes(async () => {
      await db.transaction('rw', db.tables, async () => {
        for (const table of db.tables) await table.clear();
      });
      state.isWhole();
    }),
  };
}

export type BookStore = ReturnType<typeof createBookStore>;
