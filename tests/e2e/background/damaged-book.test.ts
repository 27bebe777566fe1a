import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, openDisk } from './disk-page';

let disk: Disk;
let page: Page;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());
beforeEach(async () => {
  page = await disk.fresh();
});

describe('a damaged book', () => {
  describe.each(['cards', 'keys'] as const)('with one byte of its %s turned', (kind) => {
    it('names nobody by it, says so, and is mended by the next page that touches it', async () => {
      const seen = await page.evaluate(async (kind) => {
        const { fill, key, applyNext } = heed;
        const book = await heed.openBook();
        const { db, store, keys, maker } = book;
        maker.change({ number: 1, keys: [key(1)] }, { number: 2, keys: [key(2)] });
        await fill(book);
        const n = kind === 'cards' ? 0 : 1;
        const turn = () =>
          db[kind]
            .where('place')
            .equals(heed.placeOf(1, n))
            .modify((row) => {
              row.bytes[20] = (row.bytes[20] ?? 0) ^ 1;
            });
        await turn();
        let heard = 0;
        store.whenDamaged(() => {
          heard += 1;
        });
        const asked = await (kind === 'cards'
          ? store.get(1, keys)
          : heed.codeOf(store.lookup([key(1)], keys)));
        await db.damaged.clear();
        maker.change({ number: 1, keys: [key(1), key(65)], points: 30 });
        await applyNext(book);
        const told = await store.damaged();
        await store.mend(
          { kind, n },
          { version: maker.version(), bytes: await maker.sealedBlock(kind, n) },
          keys,
        );
        return {
          ...{ asked, heard, told, left: await store.damaged() },
          points: (await store.get(1, keys))?.risk.points,
          found: await store.lookup([key(1), key(65)], keys),
        };
      }, kind);
      expect(seen).toEqual({
        asked: kind === 'cards' ? null : 'damaged',
        heard: 1,
        told: [{ kind, n: kind === 'cards' ? 0 : 1 }],
        left: [],
        points: 30,
        found: [[1], [1]],
      });
    });
  });

  it('that drifted is told of by the page’s digest, and answers nobody until it is mended', async () => {
    const told = await page.evaluate(async () => {
      const { fill, key, applyNext } = heed;
      const book = await heed.openBook();
      const { store, maker } = book;
      maker.change({ number: 1, keys: [key(1)] }, { number: 2, keys: [key(2)] });
      await fill(book);
      maker.change({ number: 1, points: 10 });
      const missed = maker.page(0);
      maker.change({ number: 2, points: 10 });
      // The change to number 1 never arrives.
      const { changes } = maker.page(0);
      await applyNext(book, { changes: changes.filter((c) => c !== missed.changes.at(-1)) });
      return { damaged: await store.damaged(), card: await store.get(2, book.keys) };
    });
    expect(told).toEqual({ damaged: [{ kind: 'cards', n: 0 }], card: null });
  });

  it('takes no block for a damaged one that isn’t it, whole', async () => {
    const codes = await page.evaluate(async () => {
      const book = await heed.openBook();
      const { store, keys, maker } = book;
      maker.change({ number: 1, keys: [heed.key(1)] });
      await heed.fill(book);
      const version = maker.version();
      const name = { kind: 'cards', n: 0 } as const;
      const other = await maker.sealedBlock('cards', 1);
      const cut = (await maker.sealedBlock('cards', 0)).slice(0, -1);
      return [
        await heed.codeOf(store.mend(name, { version, bytes: other }, keys)),
        await heed.codeOf(store.mend(name, { version, bytes: cut }, keys)),
        (await store.get(1, keys))?.number,
      ];
    });
    expect(codes).toEqual(['damaged', 'damaged', 1]);
  });

  it('on a full disk is told of and mended all the same, and told of no more', async () => {
    const seen = await page.evaluate(async () => {
      const book = await heed.openBook();
      const { db, keys, maker } = book;
      maker.change({ number: 1, keys: [heed.key(1)] });
      await heed.fill(book);
      const place = heed.placeOf(1, 0);
      const row = await db.cards.get(place);
      if (row)
        await db.cards.put({ ...row, bytes: row.bytes.map((byte, i) => (i === 20 ? byte ^ 1 : byte)) });
      const next = await heed.openBook();
      const broken = heed.failFromWrite(next.db, 1);
      let heard = 0;
      next.store.whenDamaged(() => {
        heard += 1;
      });
      const asked = [await next.store.get(1, keys), await next.store.get(1, keys)];
      const told = await next.store.damaged();
      broken.makeRoom();
      const block = { version: maker.version(), bytes: await maker.sealedBlock('cards', 0) };
      await next.store.mend({ kind: 'cards', n: 0 }, block, keys);
      const left = await next.store.damaged();
      return { asked, heard, told, left, name: (await next.store.get(1, keys))?.number };
    });
    expect(seen).toEqual({
      ...{ asked: [null, null], heard: 1, told: [{ kind: 'cards', n: 0 }] },
      ...{ left: [], name: 1 },
    });
  });
});
