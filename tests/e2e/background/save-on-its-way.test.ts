import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Disk, openDisk } from './disk-page';

const NOTE = '01939000-0000-7000-8000-00000000000a';

let disk: Disk;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());

describe('a save on its way', () => {
  it('while the page goes on to another customer is about the note’s own, or asks and saves nothing', async () => {
    const page = await disk.fresh();
    const ends = await page.evaluate(async () => {
      const seen: [string, number | null | undefined][] = [];
      for (let turns = 0; turns < 60; turns += 3) {
        const noteId = crypto.randomUUID();
        const desk = heed.openDesk('ana');
        desk.shows('A', 7);
        await desk.type(noteId, 1, { summary: noteId }, { key: 'A' });
        const saving = desk.press(noteId, 1);
        // The page goes on this many moments after the rep pressed.
        for (let i = 0; i < turns; i += 1) await (i % 4 === 3 ? desk.db.meta.get('x') : null);
        desk.shows('B', 8);
        const { state } = await saving;
        const draft = await desk.drafts.get('ana', noteId);
        const rows = (await desk.outbox.list('ana')).map((row) => row.mutation);
        const row = rows.find((m) => m?.args.noteId === noteId);
        const sent = row?.name === 'saveNote' ? row.args.customer.cardNumber : undefined;
        seen.push([state, state === 'saved' ? sent : draft?.draft.customer.cardNumber]);
      }
      return seen;
    });
    expect(new Set(ends.map(([state]) => state))).toEqual(new Set(['confirm', 'saved']));
    expect(new Set(ends.map(([, card]) => card))).toEqual(new Set([7]));
  });

  it('in two windows of one rep at once is one note', async () => {
    const page = await disk.fresh();
    await page.evaluate(async (id) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      await desk.type(id, 1, { summary: 'Billed twice' }, { key: 'A' });
    }, NOTE);
    const windows = [page, await disk.again(page), await disk.again(page)];
    const press = (id: string) => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      return desk.press(id, 1);
    };
    const ends = await Promise.all(windows.map((window) => window.evaluate(press, NOTE)));
    expect(ends).toEqual(windows.map(() => ({ state: 'saved' })));
    const unsent = await page.evaluate(() => heed.openDesk('ana').outbox.list('ana'));
    expect(unsent.map((entry) => entry.mutation?.args.noteId)).toEqual([NOTE]);
  });
});
