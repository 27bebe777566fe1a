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

describe('cards on disk', () => {
  it('are found by any of their keys, several at once, in the order asked', async () => {
    const found = await page.evaluate(async () => {
      const { store, keysOf } = heed.openCards();
      const keys = await keysOf('a');
      const now = new Date();
      await store.put(heed.makePage([1, 2], { cursor: 5, keys: ['ffffffffffffffff'] }), {
        askedWith: 0,
        keys,
        now,
      });
      const one = (1).toString(16).padStart(16, '0');
      return {
        numbers: await store.lookup(['ffffffffffffffff', one, '0000000000000bad']),
        card: (await store.get(2, keys))?.number,
        none: await store.get(3, keys),
        cursor: await store.cursor(keys),
        info: await store.info(),
      };
    });
    expect(found).toMatchObject({ numbers: [[1, 2], [1], []], card: 2, none: null, cursor: 5 });
    expect(found.info).toMatchObject({ count: 2, total: 2 });
  });

  it('are there for the next worker', async () => {
    await page.evaluate(async () => {
      const { store, keysOf } = heed.openCards();
      const at = { askedWith: 0, keys: await keysOf('a'), now: new Date() };
      await store.put(heed.makePage([7], { cursor: 5 }), at);
    });
    const later = await disk.again(page);
    const number = await later.evaluate(async () => {
      const { store, keysOf } = heed.openCards();
      return (await store.get(7, await keysOf('a')))?.number;
    });
    expect(number).toBe(7);
  });

  it('are applied only at the cursor that they were asked with', async () => {
    const seen = await page.evaluate(async () => {
      const { store, keysOf } = heed.openCards();
      const keys = await keysOf('a');
      const put = (numbers: number[], askedWith: number, cursor: number) =>
        store.put(heed.makePage(numbers, { cursor }), { askedWith, keys, now: new Date() });
      return {
        first: await put([1], 0, 5),
        late: await put([2], 0, 3),
        ahead: await put([3], 6, 9),
        next: await put([4], 5, 7),
        cursor: await store.cursor(keys),
        numbers: await Promise.all([1, 2, 3, 4].map(async (n) => (await store.get(n, keys))?.number ?? null)),
      };
    });
    expect(seen).toEqual({
      ...{ first: true, late: false, ahead: false, next: true, cursor: 7 },
      numbers: [1, null, null, 4],
    });
  });

  it('are replaced with their keys, and removed', async () => {
    const seen = await page.evaluate(async () => {
      const { store, keysOf } = heed.openCards();
      const keys = await keysOf('a');
      const now = new Date();
      await store.put(heed.makePage([1, 2, 3], { cursor: 5, keys: ['00000000000000aa'] }), {
        askedWith: 0,
        keys,
        now,
      });
      const next = heed.makePage([2], { cursor: 9, removed: [3], keys: ['00000000000000bb'] });
      await store.put(next, { askedWith: 5, keys, now });
      return {
        old: await store.lookup(['00000000000000aa', '00000000000000bb']),
        count: (await store.info()).count,
      };
    });
    expect(seen).toEqual({ old: [[1], [2]], count: 2 });
  });

  it('written under other keys are neither read nor counted on: the book starts again', async () => {
    const seen = await page.evaluate(async () => {
      const { store, keysOf } = heed.openCards();
      const [mine, theirs] = [await keysOf('a'), await keysOf('b')];
      const now = new Date();
      await store.put(heed.makePage([1, 2], { cursor: 5 }), { askedWith: 0, keys: mine, now });
      const unread = await store.get(1, theirs);
      const cursor = await store.cursor(theirs);
      await store.put(heed.makePage([2], { cursor: 4 }), { askedWith: 0, keys: theirs, now });
      const count = (await store.info()).count;
      return { unread, cursor, count, old: await store.get(1, theirs), mine: await store.cursor(mine) };
    });
    expect(seen).toEqual({ unread: null, cursor: 0, count: 1, old: null, mine: 0 });
  });

  it('say nothing to whoever reads the disk without the keys', async () => {
    const raw = await page.evaluate(async () => {
      const { db, store, keysOf } = heed.openCards();
      await store.put(heed.makePage([1], { cursor: 5 }), {
        askedWith: 0,
        keys: await keysOf('a'),
        now: new Date(),
      });
      const row = await db.cards.get(1);
      return { fields: Object.keys(row ?? {}), text: new TextDecoder('latin1').decode(row?.sealed.data) };
    });
    expect(raw.fields.sort()).toEqual(['keys', 'number', 'sealed']);
    expect(raw.text).not.toMatch(/risk|drivers|contacts|version/);
  });

  it('with one byte turned are not shown', async () => {
    const card = await page.evaluate(async () => {
      const { db, store, keysOf } = heed.openCards();
      const keys = await keysOf('a');
      await store.put(heed.makePage([1], { cursor: 5 }), { askedWith: 0, keys, now: new Date() });
      await db.cards
        .where('number')
        .equals(1)
        .modify((row) => {
          const bytes = new Uint8Array(row.sealed.data);
          bytes[9] = (bytes[9] ?? 0) ^ 1;
        });
      return store.get(1, keys);
    });
    expect(card).toBeNull();
  });

  it('are gone after a sign-out, and the next pull starts from the beginning', async () => {
    const seen = await page.evaluate(async () => {
      const { db, store, keysOf } = heed.openCards();
      const keys = await keysOf('a');
      await store.put(heed.makePage([1, 2], { cursor: 5 }), { askedWith: 0, keys, now: new Date() });
      await store.clear();
      return { rows: await db.cards.count(), cursor: await store.cursor(keys), info: await store.info() };
    });
    expect(seen).toEqual({ rows: 0, cursor: 0, info: { count: 0, total: 0, lastPullAt: null } });
  });

  it('and their cursor are one: whoever is killed while applying a page leaves both or neither', async () => {
    const outcomes = new Set<string>();
    for (const wait of [0, 5, 20, 40, 80, 160]) {
      const victim = await disk.fresh();
      const sealing = victim.evaluate(async () => {
        const { store, keysOf } = heed.openCards();
        const numbers = Array.from({ length: 3000 }, (_, i) => i + 1);
        const at = { askedWith: 0, keys: await keysOf('a'), now: new Date() };
        await store.put(heed.makePage(numbers, { cursor: 5 }), at);
      });
      sealing.catch(() => {}); // its page is killed on purpose
      await new Promise((resolve) => setTimeout(resolve, wait));
      const address = victim.url();
      await victim.close();
      const found = await (await disk.again({ url: () => address } as Page)).evaluate(async () => {
        const { db, store, keysOf } = heed.openCards();
        return `${await db.cards.count()} at ${await store.cursor(await keysOf('a'))}`;
      });
      outcomes.add(found);
    }
    expect([...outcomes].filter((o) => o !== '0 at 0' && o !== '3000 at 5')).toEqual([]);
  });

  it.each([
    ['a full disk', 'QuotaExceededError', 'storage-full'],
    ['a broken disk', 'UnknownError', 'storage-failed'],
  ])('on %s are refused by code, and what was there stays', async (_, name, code) => {
    const seen = await page.evaluate(async (errorName) => {
      const { store, keysOf } = heed.openCards();
      const keys = await keysOf('a');
      const now = new Date();
      await store.put(heed.makePage([1], { cursor: 5 }), { askedWith: 0, keys, now });
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('broken by the test', errorName);
      };
      const refused = await heed.codeOf(
        store.put(heed.makePage([2], { cursor: 9 }), { askedWith: 5, keys, now }),
      );
      return { refused, cursor: await store.cursor(keys), card: (await store.get(1, keys))?.number };
    }, name);
    expect(seen).toEqual({ refused: code, cursor: 5, card: 1 });
  });
});
