import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { cardBlockOf } from '@/lib/protocol/card-block';
import { type BookMaker, createBookMaker } from '@/tests/support/book-maker';
import { type BookAnswers, serveBook } from '@/tests/support/serve-book';
import { type Disk, openDisk } from './disk-page';

/*
 * Pulls that do everything a pull can do, stopped before each of their writes: its page is gone, so the whole book
 * comes anew, then a page after it; a page touches a damaged block, which is mended.
 */

const OLD = '0197a000-0000-7000-8000-000000000001';
const NEW = '0197a000-0000-7000-8000-000000000002';
const BLOCKS = cardBlockOf(800) + 1;
const key = (n: number) => (BigInt(n % 64) << 52n) | BigInt(n);

let disk: Disk;
let page: Page;
let answers: BookAnswers;
/** the same store before its page */
let early: BookAnswers;
let isEarly = false;
let version = 0;
/** what may be on disk: the old book, the new one as it came, and with its page */
let allowed: Record<string, string>[];

const answer: RequestListener = async (request, response) => {
  if (request.url?.startsWith('/v1/set/')) isEarly = request.url.endsWith('early');
  const bytes = await (isEarly ? early : answers)(request.url ?? '');
  response.writeHead(bytes ? 200 : 410, { 'x-heed-version': version }).end(bytes);
};

function contentsOf(maker: BookMaker, blocks: number): Record<string, string> {
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const cards = Array.from({ length: blocks }, (_, n) => [`cards ${n}`, sha(maker.contentsOf('cards', n))]);
  const keys = Array.from({ length: 64 }, (_, n) => [`keys ${n}`, sha(maker.contentsOf('keys', n))]);
  return Object.fromEntries([['at', `${maker.book} ${maker.version()}`], ...cards, ...keys]);
}

beforeAll(async () => {
  const keys = await deriveBookKeys(btoa('a'.repeat(32)));
  const old = createBookMaker(keys, { book: OLD });
  for (let n = 1; n <= 300; n += 1) old.change({ number: n, keys: [key(n)] });
  const [maker, before] = [0, 1].map(() => createBookMaker(keys, { book: NEW, perPack: 2 })) as [
    BookMaker,
    BookMaker,
  ];
  for (let n = 1; n <= 800; n += 1)
    for (const one of [maker, before]) one.change({ number: n, keys: [key(n), key(5000 + n)] });
  answers = await serveBook(maker);
  early = await serveBook(before);
  allowed = [contentsOf(old, cardBlockOf(300) + 1), contentsOf(maker, BLOCKS)];
  for (let n = 1; n <= 60; n += 1) maker.change({ number: n * 13, keys: [key(n)], points: 40 });
  allowed.push(contentsOf(maker, BLOCKS));
  version = maker.version();
  disk = await openDisk(answer);
});
afterAll(() => disk?.close());
beforeEach(async () => {
  page = await disk.fresh();
  await page.evaluate(() => {
    /** A book that the store has no pages for any more. */
    const forgotten = async () => {
      const book = await heed.openBook();
      for (let n = 1; n <= 300; n += 1) book.maker.change({ number: n, keys: [heed.key(n)] });
      await heed.fill(book);
      return book;
    };
    /** One that lacks the last page, with a byte of one block turned. */
    const damaged = async () => {
      const book = await heed.openBook();
      await fetch('/v1/set/early');
      await heed.createSync(book)();
      await fetch('/v1/set/late');
      await book.db.cards.limit(1).modify((row) => {
        row.bytes[40] = (row.bytes[40] ?? 0) ^ 1;
      });
      return book;
    };
    const states = { forgotten, damaged };
    Object.assign(globalThis, {
      putOnDisk: async (name: keyof typeof states) => {
        indexedDB.deleteDatabase('heed-book');
        (await states[name]()).db.close();
      },
    });
  });
});

/** Which of the three books this is. */
function which(contents: Record<string, string>): number {
  const intact = sorted(contents).filter(([, block]) => block !== 'damaged');
  return allowed.findIndex((book) => {
    const same = sorted(book).filter(([name]) => contents[name] !== 'damaged');
    return JSON.stringify(same) === JSON.stringify(intact);
  });
}
const sorted = (of: Record<string, string>) => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));

declare global {
  var putOnDisk: (what: 'forgotten' | 'damaged') => Promise<void>;
}

describe.each([
  ['that gets a whole book in place of another', 'forgotten', 15, [0, 1]],
  ['that applies a page and mends a block', 'damaged', 5, [1, 2]],
] as const)('a pull %s', (_, what, writes, books) => {
  it('whose worker is killed before any of its writes leaves one whole book, and the next ends as a fresh one', async () => {
    const runs = await page.evaluate(async (what) => {
      const pullInWorker = (dieAt: number) =>
        heed.killBeforeWrite(
          dieAt,
          async (onWrite) => {
            const book = await heed.openBook();
            heed.beforeEachWrite(book.db, onWrite);
            await heed.createSync(book)();
          },
          null,
        );
      const runs: { left: Record<string, string>; end: Record<string, string>; strays: number }[] = [];
      for (let k = 1; ; k += 1) {
        await putOnDisk(what);
        if ((await pullInWorker(k)) === 'done') return runs;
        const book = await heed.openBook();
        const left = await heed.contentsOnDisk(book);
        await heed.createSync(book)();
        const end = await heed.contentsOnDisk(book);
        const rows = (await book.db.cards.count()) + (await book.db.keys.count());
        runs.push({ left, end, strays: rows + 1 - Object.keys(end).length + (await book.db.packs.count()) });
        book.db.close();
      }
    }, what);
    expect(runs.length).toBeGreaterThan(writes);
    const left = runs.map((run) => which(run.left));
    expect(left).toEqual([...left].sort());
    expect(new Set(left)).toEqual(new Set(books));
    expect(runs.map((run) => [which(run.end), run.strays])).toEqual(runs.map(() => [2, 0]));
  });

  it('for which the disk is full from any write on says so, does nothing by half, and lookups go on', async () => {
    const runs = await page.evaluate(async (what) => {
      const runs: { code: string | null; left: Record<string, string>; found: unknown; end: unknown }[] = [];
      for (let k = 1; ; k += 1) {
        await putOnDisk(what);
        const book = await heed.openBook();
        let full = true;
        heed.beforeEachWrite(book.db, (n) => {
          if (full && n >= k) throw new DOMException('full', 'QuotaExceededError');
        });
        const code = await heed.codeOf(heed.createSync(book)());
        if (code === null) return runs;
        const left = await heed.contentsOnDisk(book);
        const [numbers] = await book.store.lookup([heed.key(290)], book.keys);
        const found = (await book.store.get(numbers?.[0] ?? 0, book.keys))?.number;
        full = false;
        await heed.createSync(book)();
        runs.push({ code, left, found, end: await heed.contentsOnDisk(book) });
        book.db.close();
      }
    }, what);
    expect(runs.length).toBeGreaterThan(writes);
    expect(new Set(runs.map((run) => run.code))).toEqual(new Set(['storage-full']));
    expect(new Set(runs.map((run) => run.found))).toEqual(new Set([290]));
    expect(new Set(runs.map((run) => which(run.left)))).toEqual(new Set(books));
    expect(runs.map((run) => which(run.end as Record<string, string>))).toEqual(runs.map(() => 2));
  });
});
