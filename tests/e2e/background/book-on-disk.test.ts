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

describe('the book on disk', () => {
  it('finds cards by any of their keys, several at once, in the order asked', async () => {
    const found = await page.evaluate(async () => {
      const { fill, key } = heed;
      const book = await heed.openBook();
      book.maker.change({ number: 1, keys: [key(1), key(9)] }, { number: 700, keys: [key(2), key(9)] });
      await fill(book);
      const { store, keys } = book;
      return {
        numbers: await store.lookup([key(9), key(1), key(5)], keys),
        card: (await store.get(700, keys))?.number,
        none: [await store.get(2, keys), await store.get(70_000, keys)],
        position: (await store.position(keys))?.cursor,
        customers: (await store.info()).customers,
      };
    });
    expect(found).toEqual({
      numbers: [[1, 700], [1], []],
      card: 700,
      none: [null, null],
      position: 2,
      customers: 2,
    });
  });

  it('is asked for the fifty identifiers of a list in one transaction', async () => {
    const seen = await page.evaluate(async () => {
      const book = await heed.openBook();
      const wanted = Array.from({ length: 50 }, (_, i) => heed.key(i + 1));
      book.maker.change(...wanted.map((key, i) => ({ number: i + 1, keys: [key] })));
      await heed.fill(book);
      let transactions = 0;
      const open = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (stores, ...how) {
        if ([stores].flat().includes('keys')) transactions += 1;
        return open.call(this, stores, ...how);
      };
      const next = await heed.openBook();
      await next.store.position(next.keys);
      transactions = 0;
      const found = await next.store.lookup(wanted, next.keys);
      return { transactions, found: found.flat() };
    });
    expect(seen).toEqual({
      transactions: 1,
      found: Array.from({ length: 50 }, (_, i) => i + 1),
    });
  });

  it('is there for the next worker', async () => {
    await page.evaluate(async () => {
      const book = await heed.openBook();
      book.maker.change({ number: 7, keys: [heed.key(7)] });
      await heed.fill(book);
    });
    const later = await disk.again(page);
    const number = await later.evaluate(async () => {
      const { store, keys } = await heed.openBook();
      return (await store.get(7, keys))?.number;
    });
    expect(number).toBe(7);
  });

  it('is not read before all of it is here', async () => {
    const seen = await page.evaluate(async () => {
      const { store, keys, maker } = await heed.openBook();
      for (let n = 1; n <= 1500; n += 256) maker.change({ number: n, keys: [heed.key(n)] });
      const { manifest, packs } = await maker.snapshot(64);
      const missing = await store.begin(manifest, keys);
      for (const pack of missing.slice(1)) await store.putPack(pack, packs.get(pack.id) as Uint8Array, keys);
      const early = await store.finish(manifest, keys, new Date());
      const hidden = [await store.position(keys), await store.get(1281, keys)];
      const left = (await store.begin(manifest, keys)).map((pack) => pack.id);
      const first = missing[0];
      if (first) await store.putPack(first, packs.get(first.id) as Uint8Array, keys);
      const whole = await store.finish(manifest, keys, new Date());
      return {
        early,
        hidden,
        isFirstLeft: left.join() === first?.id,
        whole,
        card: (await store.get(1, keys))?.number,
      };
    });
    expect(seen).toEqual({ early: false, hidden: [null, null], isFirstLeft: true, whole: true, card: 1 });
  });

  it('follows pages of changes: new, changed, gone, merged, with their keys', async () => {
    const seen = await page.evaluate(async () => {
      const { fill, key, applyNext } = heed;
      const book = await heed.openBook();
      const { store, keys, maker } = book;
      maker.change(...[1, 2, 3, 4].map((number) => ({ number, keys: [key(number)] })));
      await fill(book);
      maker.change(
        { number: 2, keys: [key(22)], points: 40 },
        { number: 3, gone: true },
        { number: 300, keys: [key(300)] },
        { number: 4, into: 1 },
        { number: 1, keys: [key(1), key(4)] },
      );
      const applied = await applyNext(book);
      return {
        applied,
        keys: await store.lookup([key(2), key(22), key(3), key(300), key(4)], keys),
        points: (await store.get(2, keys))?.risk.points,
        gone: await store.get(3, keys),
        merged: (await store.get(4, keys))?.number,
        damaged: await store.damaged(),
        info: (await store.info()).customers,
      };
    });
    expect(seen).toEqual({
      ...{ applied: true, keys: [[], [2], [], [300], [1]], points: 40, gone: null, merged: 1 },
      ...{ damaged: [], info: 3 },
    });
  });

  it('ends as a fresh one would, whatever pages came in between', async () => {
    const differing = await page.evaluate(async () => {
      const { fill, key, applyNext, placeOf } = heed;
      const book = await heed.openBook();
      const { db, keys, maker } = book;
      for (let n = 1; n <= 400; n += 1) maker.change({ number: n, keys: [key(n), key(1000 + n)] });
      await fill(book);
      for (let i = 0; i < 2300; i += 1) {
        const number = 1 + ((i * 7919) % 600);
        maker.change(
          i % 11 === 0 ? { number, gone: true } : { number, keys: [key(number), key(5000 + i)], points: i },
        );
        if (i % 600 === 0)
          while (await applyNext(book))
            if ((await book.store.position(keys))?.cursor === maker.version()) break;
      }
      for (let i = 0; i < 5; i += 1) await applyNext(book);
      const rows = { cards: await db.cards.toArray(), keys: await db.keys.toArray() };
      const wrong: string[] = [];
      for (const kind of ['cards', 'keys'] as const)
        for (const row of rows[kind]) {
          const n = row.place - placeOf(1, 0);
          const here = await heed.openBlock(keys, { kind, n }, row.bytes);
          if (here.join() !== maker.contentsOf(kind, n).join()) wrong.push(`${kind} ${n}`);
        }
      return { wrong, damaged: await book.store.damaged(), at: (await book.store.position(keys))?.cursor };
    });
    expect(differing).toEqual({ wrong: [], damaged: [], at: 2700 });
  });

  it('ends as a fresh one would, when its packs were written while changes were published', async () => {
    const seen = await page.evaluate(async () => {
      const { fill, key, applyNext, placeOf } = heed;
      const book = await heed.openBook();
      const { db, keys, maker, store } = book;
      for (let n = 1; n <= 2000; n += 1) maker.change({ number: n, keys: [key(n)] });
      let i = 0;
      await fill(book, () => {
        for (const end = i + 150; i < end; i += 1) {
          const number = 1 + ((i * 7919) % 2000);
          maker.change(
            i % 11 === 0 ? { number, gone: true } : { number, keys: [key(number), key(5000 + i)], points: i },
          );
        }
      });
      const began = (await store.position(keys))?.cursor;
      const versions = new Set((await db.cards.toArray()).map((row) => row.version));
      for (let n = 0; n < 3; n += 1) await applyNext(book);
      const wrong: string[] = [];
      for (const kind of ['cards', 'keys'] as const)
        for (const row of await db[kind].toArray()) {
          const n = row.place - placeOf(1, 0);
          const here = await heed.openBlock(keys, { kind, n }, row.bytes);
          if (here.join() !== maker.contentsOf(kind, n).join()) wrong.push(`${kind} ${n}`);
        }
      const ended = (await store.position(keys))?.cursor === maker.version();
      return { began, packs: versions.size, wrong, ended, damaged: await store.damaged() };
    });
    expect(seen).toEqual({ began: 2000, packs: 4, wrong: [], ended: true, damaged: [] });
  });

  it('applies a page only at the cursor and the book that it was asked with', async () => {
    const seen = await page.evaluate(async () => {
      const { fill, key, applyNext } = heed;
      const book = await heed.openBook();
      const { store, keys, maker } = book;
      maker.change({ number: 1, keys: [key(1)] });
      await fill(book);
      const at = await store.position(keys);
      maker.change({ number: 2, keys: [key(2)] });
      const late = maker.page(0);
      await applyNext(book);
      const again = at && (await store.apply(late, { ...at, keys, now: new Date() }));
      const other = await applyNext(book, { book: '0197a000-0000-7000-8000-000000000002' });
      return { again, other, cursor: (await store.position(keys))?.cursor };
    });
    expect(seen).toEqual({ again: false, other: false, cursor: 2 });
  });

  it('under other keys is neither read nor counted on', async () => {
    const seen = await page.evaluate(async () => {
      const mine = await heed.openBook('a');
      mine.maker.change({ number: 1, keys: [heed.key(1)] });
      await heed.fill(mine);
      const theirs = await heed.openBook('b');
      const before = [
        await theirs.store.position(theirs.keys),
        await theirs.store.get(1, theirs.keys),
        (await theirs.store.lookup([heed.key(1)], theirs.keys))[0],
      ];
      theirs.maker.change({ number: 2, keys: [heed.key(2)] });
      await heed.fill(theirs);
      const next = await heed.openBook('a');
      return {
        before,
        mine: await next.store.position(next.keys),
        rows: (await theirs.db.cards.toArray()).length,
      };
    });
    expect(seen).toEqual({ before: [null, null, []], mine: null, rows: 1 });
  });

  it('says nothing to whoever reads the disk without the keys', async () => {
    const text = await page.evaluate(async () => {
      const book = await heed.openBook();
      book.maker.change({ number: 1, keys: [0x4142434445464748n & ((64n << 52n) - 1n)] });
      await heed.fill(book);
      const rows = [...(await book.db.cards.toArray()), ...(await book.db.keys.toArray())];
      return rows.map((row) => new TextDecoder('latin1').decode(row.bytes)).join('');
    });
    expect(text).not.toMatch(/DEFGH|2026|unknown/);
  });

  it('is gone after a sign-out, and so is one on its way', async () => {
    const seen = await page.evaluate(async () => {
      const book = await heed.openBook();
      const { db, store, keys, maker } = book;
      maker.change({ number: 1, keys: [heed.key(1)] });
      await heed.fill(book);
      const { manifest, packs } = await maker.snapshot(64);
      const [pack] = await store.begin(manifest, keys);
      await store.clear();
      const late = pack && (await store.putPack(pack, packs.get(pack.id) as Uint8Array, keys));
      const counts = await Promise.all(db.tables.map((table) => table.count()));
      return { late, counts, position: await store.position(keys), info: await store.info() };
    });
    expect(seen).toEqual({
      late: false,
      counts: [0, 0, 0, 0, 0],
      position: null,
      info: { customers: 0, lastPullAt: null },
    });
  });
});
