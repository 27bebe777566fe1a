import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Harness } from './disk-harness';
import { type Disk, openDisk } from './disk-page';
import { mountSmallDisk, type SmallDisk } from './small-disk';

declare global {
  /** one worker's, from before the disk is full until there is room again */
  var heedDesk: ReturnType<Harness['openDesk']>;
  var heedBroken: ReturnType<Harness['failFromWrite']>;
}

const SAVED = '01939000-0000-7000-8000-00000000000a';
const BEGUN = '01939000-0000-7000-8000-00000000000b';
/** More than may be left in the pages that the browser has already. */
const LONG = `Begun, and ${'much more was said. '.repeat(900)}That was all.`;

let small: SmallDisk | null;
let disk: Disk;
let page: Page;

beforeAll(async () => {
  // A profile's own files take about thirty.
  small = await mountSmallDisk(256);
  if (!small) console.log('This user may not mount a small disk: writes are made to fail instead.');
  disk = await openDisk(undefined, small?.folder);
});
afterAll(async () => {
  await disk?.close();
  await small?.remove();
});

async function fill(): Promise<void> {
  if (small) return small.fill();
  await page.evaluate(() => {
    heedBroken = heed.failFromWrite(heedDesk.db, 1);
  });
}

async function makeRoom(): Promise<void> {
  if (small) return small.makeRoom();
  await page.evaluate(() => heedBroken.makeRoom());
}

const type = (rev: number, summary: string) =>
  page.evaluate(([id, n, text]) => heed.codeOf(heedDesk.type(id, n, { summary: text }, { key: 'A' })), [
    BEGUN,
    rev,
    summary,
  ] as const);

it('a disk that fills up is told of; no word is lost, and it goes on as soon as there is room', async () => {
  page = await disk.fresh();
  await page.evaluate(async (id) => {
    heedDesk = heed.openDesk('ana');
    heedDesk.shows('A', 7);
    await heedDesk.type(id, 1, { summary: 'Saved before' }, { key: 'A' });
    await heedDesk.press(id, 1);
  }, SAVED);
  expect(await type(1, 'Begun')).toBeNull();

  await fill();
  // Of a disk that is really full Chromium says no more than that it failed.
  const full = small ? 'storage-failed' : 'storage-full';
  expect(await type(2, LONG)).toBe(full);
  expect(await type(3, LONG)).toBe(full);
  await makeRoom();

  const found = await (await disk.again(page)).evaluate(async (id) => {
    const desk = heed.openDesk('ana');
    const unsent = (await desk.outbox.list('ana')).map((e) => e.mutation?.args.content.summary);
    return [...unsent, (await desk.drafts.get('ana', id))?.draft.content.summary];
  }, BEGUN);
  expect(found).toEqual(['Saved before', 'Begun']);

  await expect.poll(() => type(4, LONG), { timeout: 15_000 }).toBeNull();
  await page.evaluate((id) => heedDesk.press(id, 4), BEGUN);
  const unsent = await (await disk.again(page)).evaluate(async () =>
    (await heed.openDesk('ana').outbox.list('ana')).map((e) => e.mutation?.args.content.summary),
  );
  expect(unsent).toEqual(['Saved before', LONG]);
});
