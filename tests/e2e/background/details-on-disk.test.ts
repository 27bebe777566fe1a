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

describe('details on disk', () => {
  it('are there for the next worker of the same sign-in, the latest in place of the last', async () => {
    await page.evaluate(async () => {
      const { details, accessOf, kept } = heed.openDetails();
      const access = await accessOf('a', 'ana');
      await details.put(access, kept(7, 'Billed twice'));
      await details.put(access, kept(7, 'Billed three times'));
    });
    const later = await disk.again(page);
    const found = await later.evaluate(async () => {
      const { db, details, accessOf } = heed.openDetails();
      const access = await accessOf('a', 'ana');
      return {
        seven: await details.open(access, 7),
        eight: await details.open(access, 8),
        rows: await db.details.count(),
      };
    });
    expect(found.seven).toMatchObject({
      detail: { number: 7, responses: [{ verbatim: 'Billed three times' }] },
    });
    expect(found).toMatchObject({ eight: null, rows: 1 });
  });

  it('say nothing to whoever reads the disk without the keys', async () => {
    const raw = await page.evaluate(async () => {
      const { db, details, accessOf, kept } = heed.openDetails();
      await details.put(await accessOf('a', 'ana'), kept(7, 'Billed twice'));
      const row = await db.details.get(7);
      return { fields: Object.keys(row ?? {}), text: new TextDecoder('latin1').decode(row?.sealed.data) };
    });
    expect(raw.fields.sort()).toEqual(['number', 'opened', 'sealed']);
    expect(raw.text).not.toMatch(/Billed|verbatim|responses|asOf/);
  });

  it.each([
    ['other keys', 'b', 'ana'],
    ['another user', 'a', 'ben'],
  ])('written before a sign-in with %s are neither read nor left there', async (_, key, user) => {
    const seen = await page.evaluate(
      async ([otherKey, otherUser]) => {
        const { db, details, accessOf, kept } = heed.openDetails();
        const mine = await accessOf('a', 'ana');
        await details.put(mine, kept(7, 'Billed twice'));
        const theirs = await accessOf(otherKey ?? '', otherUser ?? '');
        const read = await details.open(theirs, 7);
        const left = await db.details.count();
        await details.put(mine, kept(7, 'Billed twice'));
        await details.put(theirs, kept(8, 'Late again'));
        return {
          read,
          left,
          rows: await db.details.toCollection().primaryKeys(),
          mine: await details.open(mine, 7),
        };
      },
      [key, user],
    );
    expect(seen).toEqual({ read: null, left: 0, rows: [8], mine: null });
  });

  it('of one customer put into another’s row don’t open there; nor with one bit turned', async () => {
    const seen = await page.evaluate(async () => {
      const { db, details, accessOf, kept } = heed.openDetails();
      const access = await accessOf('a', 'ana');
      await details.put(access, kept(7, 'Billed twice'));
      await details.put(access, kept(8, 'Late again'));
      const [seven, eight] = [await db.details.get(7), await db.details.get(8)];
      if (!seven || !eight) throw new Error('nothing was written');
      await db.details.put({ ...eight, sealed: seven.sealed });
      const swapped = await details.open(access, 8);
      const bytes = new Uint8Array(seven.sealed.data);
      bytes[9] = (bytes[9] ?? 0) ^ 1;
      await db.details.put(seven);
      return { swapped, turned: await details.open(access, 7) };
    });
    expect(seen).toEqual({ swapped: null, turned: null });
  });

  it('are of the two hundred customers opened last; opening offline counts', async () => {
    const numbers = await page.evaluate(async () => {
      const { db, details, accessOf, kept } = heed.openDetails();
      const access = await accessOf('a', 'ana');
      for (let n = 1; n <= 200; n += 1) await details.put(access, kept(n, 'Words'));
      await details.open(access, 1);
      await details.put(access, kept(2, 'Words'));
      for (let n = 201; n <= 203; n += 1) await details.put(access, kept(n, 'Words'));
      return db.details.toCollection().primaryKeys();
    });
    expect(numbers).toHaveLength(200);
    expect(numbers.filter((n) => n < 8)).toEqual([1, 2, 6, 7]);
    expect(numbers.slice(-3)).toEqual([201, 202, 203]);
  });

  it('are gone when the store withholds one, and all of them after a sign-out', async () => {
    const seen = await page.evaluate(async () => {
      const { db, details, accessOf, kept } = heed.openDetails();
      const access = await accessOf('a', 'ana');
      for (const n of [7, 8, 9]) await details.put(access, kept(n, 'Words'));
      await details.remove(8);
      const left = await db.details.toCollection().primaryKeys();
      await details.clear();
      return { left, after: [await db.details.count(), await db.owner.count()] };
    });
    expect(seen).toEqual({ left: [7, 9], after: [0, 0] });
  });

  it('that are forgotten take no card and no note along', async () => {
    const seen = await page.evaluate(async () => {
      const { details } = heed.openDetails();
      const book = await heed.openBook();
      const desk = heed.openDesk('ana');
      book.maker.change({ number: 7, keys: [heed.key(7)] });
      await heed.fill(book);
      desk.shows('marta', 7);
      await desk.type(crypto.randomUUID(), 1, { summary: 'Kept' }, { key: 'marta' });
      await details.clear();
      return { cards: (await book.store.info()).customers, notes: (await desk.drafts.list('ana')).length };
    });
    expect(seen).toEqual({ cards: 1, notes: 1 });
  });

  it.each([
    ['a full disk', 'QuotaExceededError', 'storage-full'],
    ['a broken disk', 'UnknownError', 'storage-failed'],
  ])('on %s are refused by code, and what was there stays', async (_, name, code) => {
    const seen = await page.evaluate(async (errorName) => {
      const { details, accessOf, kept } = heed.openDetails();
      const access = await accessOf('a', 'ana');
      await details.put(access, kept(7, 'Billed twice'));
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('broken by the test', errorName);
      };
      const refused = await heed.codeOf(details.put(access, kept(7, 'Late again')));
      IDBObjectStore.prototype.put = put;
      return { refused, words: (await details.open(access, 7))?.detail.responses[0]?.verbatim };
    }, name);
    expect(seen).toEqual({ refused: code, words: 'Billed twice' });
  });
});
