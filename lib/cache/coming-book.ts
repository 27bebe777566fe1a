import { AppError } from '@/lib/platform/app-error';
import type { BookKeys } from '@/lib/protocol/book-keys';
import type { Manifest, PackEntry } from '@/lib/protocol/manifest';
import { decodePack } from '@/lib/protocol/pack';
import { type BookDb, type ComingRow, placeOf } from './book-db';
import { readBookRow } from './book-state';

const COMING = 'coming';

/**
 * A book on its way: packs in any order, each written with its tick in one transaction, so that whoever is killed
 * fetches no pack twice. Lookups go on in the old book, where there is one, until the new one is whole.
 */
export function createComingBook(db: BookDb) {
  const readComing = async () => (await db.state.get(COMING)) as ComingRow | undefined;

  async function dropGeneration(generation: number): Promise<void> {
    const range = [placeOf(generation, 0), placeOf(generation + 1, 0)] as const;
    await db.cards
      .where('place')
      .between(...range)
      .delete();
    await db.keys
      .where('place')
      .between(...range)
      .delete();
  }

  async function beginAnew({ book }: Manifest, { fingerprint }: BookKeys): Promise<void> {
    const state = await readBookRow(db);
    const generation = (state?.generation ?? 0) + 1;
    await db.packs.clear();
    await dropGeneration(generation);
    await db.state.put({ id: COMING, fingerprint, book, generation });
  }

  return {
    /**
     * Begins, or goes on with what is here of this book under these keys. Packs are known by their contents: those that a
     * newer manifest has too are not fetched again.
     * @returns the packs that are missing
     */
    begin: (manifest: Manifest, keys: BookKeys): Promise<PackEntry[]> =>
      db.transaction('rw', db.cards, db.keys, db.packs, db.state, async () => {
        const { packs, book } = manifest;
        const coming = await readComing();
        if (coming?.fingerprint !== keys.fingerprint || coming.book !== book) await beginAnew(manifest, keys);
        const wanted = new Set(packs.map((pack) => pack.id));
        const here = await db.packs.toCollection().primaryKeys();
        await db.packs.bulkDelete(here.filter((id) => !wanted.has(id)));
        const done = new Set(here);
        return packs.filter((pack) => !done.has(pack.id));
      }),

    /**
     * @param bytes proven to be the pack's
     * @returns false when this book is no longer on its way: signed out, or begun anew
     */
    async put(pack: PackEntry, bytes: Uint8Array, { fingerprint }: BookKeys): Promise<boolean> {
      const blocks = decodePack(bytes);
      if (blocks.length !== pack.count) throw new AppError('damaged', 'a pack of other blocks');
      return db.transaction('rw', db[pack.kind], db.packs, db.state, async () => {
        const coming = await readComing();
        if (coming?.fingerprint !== fingerprint) return false;
        const rows = blocks.map((block, i) => ({
          place: placeOf(coming.generation, pack.first + i),
          version: pack.version,
          bytes: block,
        }));
        await db[pack.kind].bulkPut(rows);
        await db.packs.put({ id: pack.id, bytes: pack.bytes });
        return true;
      });
    },

    /** How much of the book is here. */
    bytesHere: async (): Promise<number> => {
      let sum = 0;
      await db.packs.each((pack) => {
        sum += pack.bytes;
      });
      return sum;
    },

    /**
     * The new book takes the old one's place, if it is whole.
     * @returns false when a pack is missing
     */
    finish: (manifest: Manifest, { fingerprint }: BookKeys, now: Date): Promise<boolean> =>
      db.transaction('rw', [db.cards, db.keys, db.packs, db.state, db.damaged], async () => {
        const coming = await readComing();
        const here = new Set(await db.packs.toCollection().primaryKeys());
        if (coming?.fingerprint !== fingerprint || !manifest.packs.every((p) => here.has(p.id))) return false;
        const before = await readBookRow(db);
        const { book, version: cursor, customers } = manifest;
        const { generation } = coming;
        const lastPullAt = now.toISOString();
        await db.state.put({ id: 'book', fingerprint, book, generation, cursor, customers, lastPullAt });
        await db.state.delete(COMING);
        await db.packs.clear();
        await db.damaged.clear();
        if (before) await dropGeneration(before.generation);
        return true;
      }),
  };
}
