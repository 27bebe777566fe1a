import type { BookKeys } from '@/lib/protocol/book-keys';
import type { BookDb, BookStateRow, DamagedRow } from './book-db';
import type { OpenedBlocks } from './opened-blocks';

/** The book that is here, as it stands on disk: also within a transaction. */
export const readBookRow = async (db: BookDb): Promise<BookStateRow | null> =>
  ((await db.state.get('book')) as BookStateRow | undefined) ?? null;

type Remembered = { state: BookStateRow | null; damaged: ReadonlyMap<string, DamagedRow> };

const nameOf = ({ kind, n }: DamagedRow) => `${kind} ${n}`;

/** Which book is here and which of its blocks are damaged, remembered: the worker is the only one who writes either. */
export function createBookState(db: BookDb, opened: OpenedBlocks) {
  let known: Remembered | undefined;
  /** Damage that a full disk has no room to take down: it is mended all the same. */
  const unwritten = new Map<string, DamagedRow>();

  async function readAll(): Promise<Remembered> {
    if (known !== undefined) return known;
    const readAt = opened.epoch();
    const state = await readBookRow(db);
    const damaged = new Map((await db.damaged.toArray()).map((row) => [nameOf(row), row]));
    for (const [name, row] of unwritten) damaged.set(name, row);
    const all = { state, damaged };
    if (opened.epoch() === readAt) known = all;
    return all;
  }

  const read = async (): Promise<BookStateRow | null> => (await readAll()).state;

  /** Something of the book was written, or it is gone: nothing that is remembered counts any more. */
  function changed(): void {
    known = undefined;
    opened.forget();
  }

  // Somebody deletes it, or the browser closes it since the disk fails.
  db.on('close', changed);

  return {
    read,

    /** Told to be damaged, and not mended yet: what it says may be wrong even where it opens. */
    isDamaged: async (block: DamagedRow): Promise<boolean> => (await readAll()).damaged.has(nameOf(block)),

    async foundDamaged(block: DamagedRow): Promise<void> {
      unwritten.set(nameOf(block), block);
      changed();
      await db.damaged.put(block).then(
        () => unwritten.delete(nameOf(block)),
        () => {},
      );
    },

    /** This block is whole again; of a new book, every one. */
    isWhole(block?: DamagedRow): void {
      if (block) unwritten.delete(nameOf(block));
      else unwritten.clear();
    },

    damaged: async (): Promise<DamagedRow[]> => [...(await readAll()).damaged.values()],

    changed,

    /** The book that is here whole, under these keys; null where there is none. */
    async current({ fingerprint }: BookKeys): Promise<BookStateRow | null> {
      const state = await read();
      return state?.fingerprint === fingerprint ? state : null;
    },
  };
}

export type BookState = ReturnType<typeof createBookState>;
