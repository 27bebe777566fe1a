import type { RequestListener } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { cardBlockOf } from '@/lib/protocol/card-block';
import { createBookMaker } from '@/tests/support/book-maker';
import { type BookAnswers, serveBook } from '@/tests/support/serve-book';
import { type Disk, openDisk } from './disk-page';

const OTHER = '0197a000-0000-7000-8000-000000000002';
const key = (n: number) => (BigInt(n % 64) << 52n) | BigInt(n);

let disk: Disk;
let page: Page;
let answers: BookAnswers;
/** the path after which the store is not there any more */
let stopAt: string | null = null;
let asked: string[] = [];

const answer: RequestListener = async (request, response) => {
  const path = request.url ?? '';
  asked.push(path);
  if (stopAt !== null && asked.filter((p) => p.startsWith(stopAt ?? '')).length > 3)
    return response.destroy();
  const bytes = await answers(path);
  return response.writeHead(bytes ? 200 : 410).end(bytes);
};

const makeBook = async (book?: string) =>
  createBookMaker(await deriveBookKeys(btoa('a'.repeat(32))), { perPack: 1, ...(book && { book }) });

beforeAll(async () => {
  disk = await openDisk(answer);
});
afterAll(() => disk?.close());
beforeEach(async () => {
  const maker = await makeBook();
  for (let n = 1; n <= 600; n += 1) maker.change({ number: n, keys: [key(n)] });
  answers = await serveBook(maker);
  stopAt = null;
  page = await disk.fresh();
});

describe('a book', () => {
  it('that is deleted under the worker is missed at once, and comes again with the next pull', async () => {
    const seen = await page.evaluate(async () => {
      const book = await heed.openBook();
      const pull = heed.createSync(book);
      await pull();
      const before = await heed.contentsOnDisk(book);
      await new Promise((resolve) => {
        indexedDB.deleteDatabase('heed-book').onsuccess = resolve;
      });
      const missed = [await book.store.position(book.keys), (await book.store.info()).customers];
      const { outcome } = await pull();
      return {
        missed,
        outcome,
        same: JSON.stringify(await heed.contentsOnDisk(book)) === JSON.stringify(before),
      };
    });
    expect(seen).toEqual({ missed: [null, 0], outcome: { kind: 'ok', value: null }, same: true });
  });

  it('whose opening is blocked by an older Heed opens as soon as that one has let go', async () => {
    const seen = await page.evaluate(async () => {
      const older = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('heed-book', 1);
        request.onsuccess = () => resolve(request.result);
      });
      const book = await heed.openBook();
      const opened = heed.createSync(book)();
      const first = await Promise.race([
        opened,
        new Promise((resolve) => setTimeout(resolve, 300, 'waiting')),
      ]);
      older.close();
      return { first, outcome: (await opened).outcome.kind };
    });
    expect(seen).toEqual({ first: 'waiting', outcome: 'ok' });
  });

  it('of which a new Heed can’t read what the old one wrote is thrown away, and comes again', async () => {
    const seen = await page.evaluate(async () => {
      const old = await heed.openBook();
      await heed.createSync(old)();
      const before = await heed.contentsOnDisk(old);
      old.db.close();
      const book = await heed.openBook();
      book.db
        .version(2)
        .stores({})
        .upgrade(() => {
          throw new Error('a migration that fails');
        });
      const lost = await heed.codeOf(book.store.position(book.keys));
      const { outcome } = await heed.createSync(book)();
      return {
        lost,
        outcome,
        same: JSON.stringify(await heed.contentsOnDisk(book)) === JSON.stringify(before),
      };
    });
    expect(seen).toEqual({ lost: null, outcome: { kind: 'ok', value: null }, same: true });
  });

  it('on its way when the store was put back to an older state keeps nothing of the one it was', async () => {
    // Two books that begin alike: a pack of the first, which is older there, is one of the second, too.
    const [first, second] = [await makeBook(), await makeBook(OTHER)];
    for (const maker of [first, second])
      for (let n = 1; n <= 600; n += 1) maker.change({ number: n, keys: [key(n)] });
    for (let n = 601; n <= 1500; n += 1) first.change({ number: n, keys: [key(n)] });
    answers = await serveBook(first);
    stopAt = '/v1/packs/';
    asked = [];
    const cut = await page.evaluate(async () => {
      const book = await heed.openBook();
      return [(await heed.createSync(book)()).outcome.kind, await book.db.cards.count()];
    });
    expect(cut).toEqual(['offline', expect.any(Number)]);
    expect(cut[1]).toBeGreaterThan(0);
    answers = await serveBook(second);
    second.change({ number: 1, points: 77 }, { number: 300, points: 77 });
    stopAt = null;
    const seen = await (await disk.again(page)).evaluate(async () => {
      const book = await heed.openBook();
      const { outcome } = await heed.createSync(book)();
      const cards = await book.store.getAll([1, 300], book.keys);
      const rows = await book.db.cards.count();
      return { outcome: outcome.kind, points: cards.map((card) => card?.risk.points), rows };
    });
    expect(seen).toEqual({ outcome: 'ok', points: [77, 77], rows: cardBlockOf(600) + 1 });
  });

  it('that can’t be opened just now since the disk is full is not thrown away', async () => {
    const seen = await page.evaluate(async () => {
      const old = await heed.openBook();
      await heed.createSync(old)();
      const before = await heed.contentsOnDisk(old);
      old.db.close();
      const book = await heed.openBook();
      book.db
        .version(2)
        .stores({})
        .upgrade(() => {
          throw new DOMException('full', 'QuotaExceededError');
        });
      const code = await heed.codeOf(book.store.position(book.keys));
      book.db.close();
      const later = await heed.openBook();
      return { code, same: JSON.stringify(await heed.contentsOnDisk(later)) === JSON.stringify(before) };
    });
    expect(seen).toEqual({ code: 'storage-full', same: true });
  });
});

describe('notes', () => {
  it('of which a new Heed can’t read what the old one wrote are kept, and said to be unreadable', async () => {
    const seen = await page.evaluate(async () => {
      const id = '01939000-0000-7000-8000-00000000000a';
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type(id, 1, { summary: 'Billed twice' }, { key: 'A' });
      desk.db.close();
      const next = heed.openDesk('ana');
      next.db
        .version(99)
        .stores({})
        .upgrade(() => {
          throw new Error('a migration that fails');
        });
      const codes = [await heed.codeOf(next.drafts.list('ana')), await heed.codeOf(next.outbox.list('ana'))];
      next.db.close();
      const mended = heed.openDesk('ana');
      return { codes, kept: (await mended.drafts.get('ana', id))?.draft.content.summary };
    });
    expect(seen).toEqual({ codes: ['storage-failed', 'storage-failed'], kept: 'Billed twice' });
  });
});
