import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { begin, EDIT, NOTE, PLENTY } from './begun-notes';
import { type Disk, openDisk } from './disk-page';

let disk: Disk;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());

/** Saves in a worker that is killed before its n-th write; then looks as the next one would, and saves again. */
const saveKilled = (on: Page, draftId: string, nth: number) =>
  on.evaluate(
    async ([given, n]) => {
      const end = await heed.killBeforeWrite(
        n,
        async (onWrite, id) => {
          const desk = heed.openDesk('ana');
          heed.beforeEachWrite(desk.db, onWrite);
          desk.shows('A', 7);
          await desk.press(id, 1);
        },
        given,
      );
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      const waiting = async () =>
        (await desk.outbox.list('ana')).map((row) => `waits: ${row.mutation?.args.content.summary}`);
      const draft = await desk.drafts.get('ana', given);
      const found = [draft ? `draft: ${draft.draft.content.summary}` : [], await waiting()].flat();
      return { end, found, again: await desk.press(given, 1), waiting: await waiting() };
    },
    [draftId, nth] as const,
  );

it.each([
  ['a note', NOTE, 'Billed twice'],
  ['an edit', EDIT, 'As corrected'],
])(
  '%s whose worker is killed before any write of its save is a draft or waits, never both or none; saved again, it waits once',
  async (_, id, words) => {
    const found: string[][] = [];
    let end = 'killed';
    for (let nth = 1; nth < PLENTY && end === 'killed'; nth += 1) {
      const page = await disk.fresh();
      await begin(page);
      const seen = await saveKilled(page, id, nth);
      end = seen.end;
      found.push(seen.found);
      expect(seen.again).toEqual({ state: 'saved' });
      expect(seen.waiting, `killed before write ${nth}`).toEqual([`waits: ${words}`]);
      await page.close();
    }
    expect(end).toBe('done');
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter((places) => places.length !== 1)).toEqual([]);
    expect(new Set(found.flat())).toEqual(new Set([`draft: ${words}`, `waits: ${words}`]));
  },
);
