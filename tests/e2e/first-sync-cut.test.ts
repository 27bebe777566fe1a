import type { RequestListener } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '@/demo/organisation/random';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { cardBlockOf } from '@/lib/protocol/card-block';
import { createBookMaker } from '@/tests/support/book-maker';
import { type BookAnswers, serveBook } from '@/tests/support/serve-book';
import { type Disk, openDisk } from './background/disk-page';

const CUTS = 10;
const PACKS = 40;
const seed = Math.floor(Math.random() * 2 ** 31);
const random = createRandom(seed).next;

let disk: Disk;
let answers: BookAnswers;
/** packs that the page said are committed, in the order in which that and requests for packs came */
let log: { what: 'asked' | 'committed' | 'killed'; id: string }[] = [];
let cut: { after: number; now(): void } | null = null;

/** Something happened on the wire: the moment to be killed may be this one, before or after a few milliseconds. */
function happened(): void {
  if (!cut) return;
  cut.after -= 1;
  if (cut.after > 0) return;
  const { now } = cut;
  cut = null;
  setTimeout(now, random() * 12);
}

const answer: RequestListener = async (request, response) => {
  const [, , what = '', id = ''] = request.url?.split(/[/?]/) ?? [];
  if (what === 'committed') {
    log.push({ what, id });
    happened();
    return response.end();
  }
  const bytes = await answers(request.url ?? '');
  if (what !== 'packs' || !bytes) return response.writeHead(bytes ? 200 : 410).end(bytes);
  log.push({ what: 'asked', id });
  happened();
  // In two halves, so that there is a middle to be cut in.
  response.writeHead(200, { 'Content-Length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2));
  await new Promise((resolve) => setTimeout(resolve, 5));
  happened();
  return response.end(bytes.subarray(bytes.length / 2));
};

beforeAll(async () => {
  console.log(`seed ${seed}`);
  const maker = createBookMaker(await deriveBookKeys(btoa('a'.repeat(32))), { perPack: 1 });
  for (let n = 1; cardBlockOf(n) < PACKS; n += 7)
    maker.change({ number: n, keys: [(BigInt(n % 64) << 52n) | BigInt(n)] });
  answers = await serveBook(maker);
  disk = await openDisk(answer);
});
afterAll(() => disk?.close());

const sync = (page: Page) =>
  page.evaluate(async () => {
    const book = await heed.openBook();
    const { outcome } = await heed.createSync(book, async (id) => {
      await fetch(`/v1/committed/${id}`);
    })();
    return { outcome: outcome.kind, rows: await heed.bytesOnDisk(book) };
  });

/** Until the browser is killed: when so many things have happened, or at the end if that comes first. */
async function syncUntilKilled(page: Page, after: number): Promise<void> {
  const killed = new Promise<void>((resolve, reject) => {
    cut = { after, now: () => void disk.kill().then(resolve, reject) };
  });
  const syncing = sync(page);
  syncing.then(
    () => cut?.now(),
    () => {}, // its browser is killed on purpose
  );
  await killed;
  log.push({ what: 'killed', id: '' });
}

describe('a first sync', () => {
  it(`whose browser is killed at ${CUTS} random points asks for no committed pack again, and ends as an uncut one`, async () => {
    const uncut = await sync(await disk.fresh());
    expect(uncut.outcome).toBe('ok');
    log = [];
    let page = await disk.fresh();
    const perRun = (3 * (PACKS + 4)) / (CUTS + 1);
    for (let i = 0; i < CUTS; i += 1) {
      await syncUntilKilled(page, 1 + Math.floor(random() * perRun * 1.4));
      page = await disk.again(page);
    }
    const end = await sync(page);
    expect(end).toEqual(uncut);
    const again = log.filter(
      ({ what, id }, i) =>
        what === 'asked' && log.slice(0, i).some((l) => l.what === 'committed' && l.id === id),
    );
    expect(again).toEqual([]);
    expect(log.filter(({ what }) => what === 'killed')).toHaveLength(CUTS);
    // Each cut cost at most what was on its way.
    expect(log.filter(({ what }) => what === 'asked').length).toBeLessThanOrEqual(PACKS + 4 + CUTS * 4);
  });
});
