import type { BookKeys } from '@/lib/protocol/book-keys';
import { decodeCardBlock } from '@/lib/protocol/card-block';
import type { DeltaPage } from '@/lib/protocol/delta-page';
import { decodeKeyBucket } from '@/lib/protocol/key-bucket';
import { openBlock } from '@/lib/protocol/seal-block';
import { rewriteBlocks } from './apply-page';
import { type BookDb, type DamagedRow, placeOf } from './book-db';
import { type BookState, readBookRow } from './book-state';

/** Which book is here whole, and how far it has come. */
export type BookPosition = { book: string; cursor: number };
/** Where a page is put; `now` is kept as when the book was last brought up to date. */
export type ApplyAt = BookPosition & { keys: BookKeys; now: Date };
/** A block as the store has it, sealed; `version` as in `BlockRow`. */
export type StoreBlock = { version: number; bytes: Uint8Array<ArrayBuffer> };

/** What changes the book that is here: pages, and single blocks in the place of damaged ones. */
export function createBookChanges(db: BookDb, { current, isWhole }: BookState) {
  return {
    /**
     * Applies a page and its cursor in one transaction, only if book and cursor are still those it was asked with.
     * @returns false when they are not
     */
    async apply(page: DeltaPage, at: ApplyAt): Promise<boolean> {
      const before = await current(at.keys);
      if (before?.book !== at.book || before.cursor !== at.cursor || page.book !== at.book) return false;
      const target = { generation: before.generation, bookKeys: at.keys };
      const { cards, keys, damaged } = await rewriteBlocks(db, target, { page, after: at.cursor });
      return db.transaction('rw', [db.cards, db.keys, db.state, db.damaged], async () => {
        const state = await readBookRow(db);
        if (state?.generation !== before.generation || state.cursor !== at.cursor) return false;
        await db.cards.bulkPut(cards);
        await db.keys.bulkPut(keys);
        await db.damaged.bulkPut(damaged);
        const { to: cursor, customers } = page;
        await db.state.put({ ...state, cursor, customers, lastPullAt: at.now.toISOString() });
        return true;
      });
    },

    /**
     * Puts a block as the store has it in the place of a damaged one.
     * @returns false when it is older than the book that is here
     * @throws {AppError} `damaged` when it isn't that block, whole
     */
    async mend(name: DamagedRow, { version, bytes }: StoreBlock, keys: BookKeys): Promise<boolean> {
      const { kind, n } = name;
      const contents = await openBlock(keys, name, bytes);
      if (kind === 'cards') decodeCardBlock(n, contents);
      else decodeKeyBucket(n, contents);
      const mended = await db.transaction('rw', db[kind], db.state, db.damaged, async () => {
        const state = await readBookRow(db);
        if (!state || version < state.cursor) return false;
        await db[kind].put({ place: placeOf(state.generation, n), version, bytes });
        await db.damaged.delete([kind, n]);
        return true;
      });
      if (mended) isWhole(name);
      return mended;
    },
  };
}
