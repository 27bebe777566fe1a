import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, openDisk } from './disk-page';

const ID = '01939000-0000-7000-8000-00000000000d';

let disk: Disk;
let page: Page;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());
beforeEach(async () => {
  page = await disk.fresh();
});

/** Ana says, twice since the first answer was lost, that the score of card 7 isn’t theirs. */
const report = (on: Page) =>
  on.evaluate(async (id) => {
    const desk = heed.openDesk('ana');
    desk.shows('A', 7);
    for (const text of ['Her son answered.', 'Her son answered.']) await desk.doubt(id, text);
  }, ID);

const listed = async (userId = 'ana') =>
  (await disk.again(page)).evaluate(
    async (id) =>
      (await heed.openDesk(id).unsent()).map(({ kind, summary, state }) => [kind, summary, state]),
    userId,
  );

describe('a doubt on this disk', () => {
  it('is there once, when the next worker looks, for its author alone', async () => {
    await report(page);
    expect(await listed()).toEqual([['doubt', 'Her son answered.', 'waiting']]);
    expect(await listed('ben')).toEqual([]);
  });

  it('says nothing to whoever has no key', async () => {
    await report(page);
    const text = await page.evaluate(async () => {
      const rows = await heed.openDesk('ana').db.outbox.toArray();
      return rows
        .map(({ sealed, ...row }) => JSON.stringify(row) + new TextDecoder().decode(sealed.data))
        .join();
    });
    expect(text).toContain('waiting');
    expect(text).not.toMatch(/son answered|not-their-score|Name of A/);
  });

  it('is taken back as long as it can’t have left, by its author alone', async () => {
    await report(page);
    const taken = await page.evaluate(async (id) => {
      const byBen = await heed.openDesk('ben').outbox.withdrawDoubt('ben', id, new Date());
      const byAna = await heed.openDesk('ana').outbox.withdrawDoubt('ana', id, new Date());
      return [byBen, byAna];
    }, ID);
    expect(taken).toEqual([false, true]);
    expect(await listed()).toEqual([]);
  });

  it('that was taken back is not there again when its report is asked for a second time', async () => {
    await report(page);
    await page.evaluate((id) => heed.openDesk('ana').withdrawDoubt(id), ID);
    await report(page);
    expect(await listed()).toEqual([]);
  });

  it('is not taken back once it may have left: it would be said that nobody was told', async () => {
    await report(page);
    const taken = await page.evaluate(async (id) => {
      const { outbox } = heed.openDesk('ana');
      const due = (await outbox.due('ana', 10, heed.later())).map(({ doubt }) => doubt?.args.kind);
      return [due, await outbox.withdrawDoubt('ana', id, new Date())];
    }, ID);
    expect(taken).toEqual([['not-their-score'], false]);
    expect(await listed()).toEqual([['doubt', 'Her son answered.', 'waiting']]);
  });

  it('can be taken back when the store has refused it: then nobody was told', async () => {
    await report(page);
    const taken = await page.evaluate(async (id) => {
      const { outbox } = heed.openDesk('ana');
      await outbox.due('ana', 10, heed.later());
      await outbox.needsAttention(id, 'customer-not-found');
      return outbox.withdrawDoubt('ana', id, new Date());
    }, ID);
    expect(taken).toBe(true);
  });

  it('no note is ever taken for one', async () => {
    const taken = await page.evaluate(async () => {
      const note = '01939000-0000-7000-8000-00000000000a';
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type(note, 1, { summary: 'Billed twice' }, { key: 'A' });
      await desk.press(note, 1);
      const [row] = await desk.outbox.list('ana');
      return [
        await desk.outbox.withdrawDoubt('ana', row?.id ?? '', new Date()),
        await desk.outbox.withdrawDoubt('ana', note, new Date()),
      ];
    });
    expect(taken).toEqual([false, false]);
    expect(await listed()).toEqual([['note', 'Billed twice', 'waiting']]);
  });
});
