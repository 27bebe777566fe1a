import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Disk, openDisk } from './disk-page';

let disk: Disk;

beforeAll(async () => {
  disk = await openDisk();
});
afterAll(() => disk?.close());

/** How many rows are read for each thing while so many notes wait and as many were finished. */
async function readsWith(waiting: number) {
  const page = await disk.fresh();
  return page.evaluate(async (count) => {
    const desk = heed.openDesk('ana');
    desk.shows('A', 7);
    const id = (n: number) => `01939000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    const save = async (n: number) => {
      await desk.type(id(n), 1, { summary: `Note ${n}` }, { key: 'A' });
      await desk.press(id(n), 1);
    };
    await save(0);
    const [row] = await desk.db.outbox.toArray();
    if (!row) throw new Error('Nothing was saved');
    const others = Array.from({ length: count - 1 }, (_, n) => n + 1);
    await desk.db.outbox.bulkAdd(others.map((n) => ({ ...row, id: id(n), noteId: id(n) })));
    const finished = others.map((n) => ({ id: `finished:${id(n)}`, value: new Date().toISOString() }));
    await desk.db.meta.bulkAdd(finished);
    const today = new Date();
    await desk.dropOldRows(today);
    const reads = heed.countReads();
    const readBy = async (work: () => Promise<unknown>) => {
      const before = reads.read();
      await work();
      return reads.read() - before;
    };
    return {
      due: await readBy(() => desk.outbox.due('ana', 20, heed.later())),
      counts: await readBy(() => desk.outbox.counts('ana')),
      countOfOthers: await readBy(() => desk.outbox.countOfOthers('ben')),
      save: await readBy(() => save(count)),
      alarm: await readBy(() => desk.dropOldRows(today)),
    };
  }, waiting);
}

describe('a long outbox', () => {
  it('is no slower to send from, to count, to save into and to look after at each alarm than a short one: as many rows are read', async () => {
    const short = await readsWith(30);
    expect(short.due).toBeLessThan(100);
    expect(await readsWith(3000)).toEqual(short);
  });

  it('of other edits of few notes still gives out the first of each, however many wait behind them', async () => {
    const page = await disk.fresh();
    const due = await page.evaluate(async () => {
      const desk = heed.openDesk('ana');
      desk.shows('A', 7);
      const id = (n: number) => `01939000-0000-7000-8000-${String(n).padStart(12, '0')}`;
      await desk.type(id(0), 1, { summary: 'Note' }, { key: 'A' });
      await desk.press(id(0), 1);
      const [row] = await desk.db.outbox.toArray();
      if (!row) throw new Error('Nothing was saved');
      const behind = Array.from({ length: 90 }, (_, n) => ({ ...row, id: id(n + 1), seq: 100 - n }));
      const last = { ...row, id: id(200), noteId: id(200) };
      await desk.db.outbox.bulkAdd([...behind, last]);
      return (await desk.outbox.due('ana', 20, heed.later())).map(
        (entry) => entry.id === row.id || entry.id === last.id,
      );
    });
    expect(due).toEqual([true, true]);
  });
});
