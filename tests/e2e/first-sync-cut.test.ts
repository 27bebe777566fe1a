import type { RequestListener } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '@/demo/organisation/random';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import { cardBlockOf } from '@/lib/protocol/card-block';
import { createBookMaker } from '@/tests/support/book-maker';
import { type BookAnswers, serveBook } from '@/tests/support/serve-book';
import { testSeed } from '@/tests/support/test-seed';
import { type Disk, openDisk } from './background/disk-page';

const CUTS = 10;
const PACKS = 40;
/** and four of keys */
const ALL_PACKS = PACKS + 4;
const random = createRandom(testSeed()).next;

let disk: Disk;
let answers: BookAnswers;
/** packs that the page said are committed, in the order in which that and requests for packs came */
let log: { what: 'asked' | 'committed' | 'killed'; id: string }[] = [];
let cut: { after: number; now(): void } | null = null;
/** kills still to come, and packs that were sent at all: the last one is not while there are any */
let cutsLeft = 0;
let sent = new Set<string>();

/** Something happened on the wire: the moment to be killed may be this one, before or after a few milliseconds. */
function happened(isLast = false): void {
  if (!cut) return;
  cut.after = isLast ? 0 : cut.after - 1;
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
  // No first sync ends before its browser is killed.
  if (cutsLeft > 0 && !sent.has(id) && sent.size === ALL_PACKS - 1) return happened(true);
  sent.add(id);
  happened();
  // In two halves, so that there is a middle to be cut in.
  response.writeHead(200, { 'Content-Length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2));
  await new Promise((resolve) => setTimeout(resolve, 5));
  happened();
  return response.end(bytes.subarray(bytes.length / 2));
};

beforeAll(async () => {
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

/** Until the browser is killed: when so many things have happened, or when the last pack is asked for. */
async function syncUntilKilled(page: Page, after: number): Promise<void> {
  const killed = new Promise<void>((resolve, reject) => {
    cut = { after, now: () => void disk.kill().then(resolve, reject) };
    sync(page).then(
      ({ outcome }) => reject(new Error(`it ended with ${outcome} before it was killed`)),
      () => {}, // its browser is killed on purpose
    );
  });
  await killed;
  cutsLeft -= 1;
  log.push({ what: 'killed', id: '' });
}

/** What the next worker finds: whether a book is whole, and the packs of one on its way. */
const onDisk = (page: Page) =>
  page.evaluate(async () => {
    const { db, store } = await heed.openBook();
    await store.info();
    const isWhole = (await db.state.get('book')) !== undefined;
    const said = JSON.stringify({ thrownAway: heed.thrownAway, state: await db.state.toArray() });
    return { isWhole, packs: await db.packs.toCollection().primaryKeys(), said };
  });

const ids = (entries: typeof log, wanted: (typeof log)[number]['what']) =>
  entries.filter(({ what }) => what === wanted).map(({ id }) => id);

describe('a first sync', () => {
  it(`whose browser is killed at ${CUTS} random points asks for no committed pack again, and ends as an uncut one`, async () => {
    const uncut = await sync(await disk.fresh());
    expect(uncut.outcome).toBe('ok');
    expect(new Set(ids(log, 'asked')).size).toBe(ALL_PACKS);
    log = [];
    sent = new Set();
    cutsLeft = CUTS;
    let page = await disk.fresh();
    const perRun = (3 * ALL_PACKS) / (CUTS + 1);
    for (let i = 0; i < CUTS; i += 1) {
      const from = log.length;
      await syncUntilKilled(page, 1 + Math.floor(random() * perRun * 1.4));
      page = await disk.again(page);
      // It was in the middle of fetching: packs are missing, and those that it said are committed are here.
      expect(ids(log.slice(from), 'asked')).not.toEqual([]);
      const { isWhole, packs, said } = await onDisk(page);
      expect(isWhole).toBe(false);
      expect(packs.length).toBeLessThan(ALL_PACKS);
      const why = `after kill ${i + 1}: ${said} ${JSON.stringify(log.slice(from))}`;
      expect(packs, why).toEqual(expect.arrayContaining(ids(log, 'committed')));
    }
    expect(ids(log, 'committed')).not.toEqual([]);
    const end = await sync(page);
    expect(end).toEqual(uncut);
    const again = log.filter(
      ({ what, id }, i) => what === 'asked' && ids(log.slice(0, i), 'committed').includes(id),
    );
    expect(again).toEqual([]);
    expect(ids(log, 'killed')).toHaveLength(CUTS);
    // Each cut cost at most what was on its way.
    expect(ids(log, 'asked').length).toBeLessThanOrEqual(ALL_PACKS + CUTS * 4);
  });
});
