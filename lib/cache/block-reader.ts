import { AppError, isUnreadable } from '@/lib/platform/app-error';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { openBlock } from '@/lib/protocol/seal-block';
import { type BlockKind, type BookDb, placeOf } from './book-db';
import type { BookState } from './book-state';
import type { OpenedBlocks } from './opened-blocks';

type ReaderDeps = {
  db: BookDb;
  opened: OpenedBlocks;
  state: BookState;
  /** hears once of each block that can't be read, so that it is fetched again soon */
  onDamage(): void;
};

/** Reads blocks of the book that is here, from memory or from disk. */
export function createBlockReader({ db, opened, state, onDamage }: ReaderDeps) {
  /** Whatever shows that a block isn't what was written, it is fetched again. */
  async function reading<T>(kind: BlockKind, n: number, read: () => T | Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      if (!(await state.isDamaged({ kind, n }))) {
        await state.foundDamaged({ kind, n });
        onDamage();
      }
      throw new AppError('damaged', `block ${kind} ${n}`, { cause: error });
    }
  }

  return {
    reading,

    /**
     * @returns the contents of each block, by its number; all read in one transaction. A block that isn't there is
     *   missing
     * @throws {AppError} `damaged` when one of them is
     */
    async contents(kind: BlockKind, ns: readonly number[], keys: BookKeys): Promise<Map<number, Uint8Array>> {
      const readAt = opened.epoch();
      const book = await state.current(keys);
      const found = new Map<number, Uint8Array>();
      if (!book) return found;
      const missing: number[] = [];
      for (const n of new Set(ns)) {
        if (await state.isDamaged({ kind, n })) throw new AppError('damaged', `block ${kind} ${n}`);
        const known = opened.get(`${kind} ${n}`);
        if (known) found.set(n, known);
        else missing.push(n);
      }
      if (missing.length === 0) return found;
      const rows = await db[kind].bulkGet(missing.map((n) => placeOf(book.generation, n)));
      const open = async (n: number, bytes: Uint8Array<ArrayBuffer>) => {
        const contents = await reading(kind, n, () => openBlock(keys, { kind, n }, bytes));
        found.set(n, contents);
        opened.keep(`${kind} ${n}`, contents, readAt);
      };
      await Promise.all(missing.map((n, i) => rows[i] && open(n, rows[i].bytes)));
      return found;
    },
  };
}

export type BlockReader = ReturnType<typeof createBlockReader>;
