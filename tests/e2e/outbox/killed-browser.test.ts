import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drain } from './queue-notes';
import { type QueueWorld, startQueueWorld } from './queue-world';

let world: QueueWorld;

beforeAll(async () => {
  world = await startQueueWorld();
});
afterAll(() => world?.close());

/** Saves one note after the other, and sends what is there all the while; tells what was said to be saved. */
async function keepSaving(page: Page, onSaved: (noteId: string) => void): Promise<void> {
  await page.exposeFunction('saidSaved', onSaved);
  const working = page.evaluate(async ({ userId, token }) => {
    const { saidSaved } = globalThis as unknown as { saidSaved(noteId: string): Promise<void> };
    const desk = heed.openDesk(userId);
    const pushing = async () => {
      for (;;) await desk.push(token);
    };
    const saving = async () => {
      for (let n = 0; ; n += 1) {
        const noteId = crypto.randomUUID();
        desk.shows(`c${n % 5}`, null);
        await desk.type(noteId, 1, { summary: noteId }, { key: `c${n % 5}` });
        await desk.press(noteId, 1);
        await saidSaved(noteId);
      }
    };
    await Promise.all([saving(), pushing()]);
  }, world.who);
  working.catch(() => {}); // its browser is killed on purpose
}

/** What is on the disk of this page: notes that wait, and drafts. */
const onDisk = (page: Page) =>
  page.evaluate(async ({ userId }) => {
    const desk = heed.openDesk(userId);
    const unsent = await desk.outbox.list(userId);
    const drafts = await desk.drafts.list(userId);
    return {
      unsent: unsent.map((entry) => entry.mutation?.args.content.summary),
      drafts: drafts.map(({ draft }) => draft.content.summary),
    };
  }, world.who);

describe('a browser killed with SIGKILL while it saves and sends', () => {
  it.each([
    ['nothing else is wrong', 'pass'],
    ['no answer has come', 'lost'],
  ] as const)(
    'has every note that it said is saved, and each ends in the store once, where %s',
    async (_, fate) => {
      let n = 0;
      world.way.setFates(() => (fate === 'pass' || n++ % 2 === 0 ? 'pass' : fate));
      for (const notes of [1, 4, 11]) {
        const page = await world.disk.fresh();
        const said: string[] = [];
        await keepSaving(page, (noteId) => said.push(noteId));
        await expect.poll(() => said.length, { timeout: 20_000, interval: 5 }).toBeGreaterThanOrEqual(notes);
        await world.disk.kill();
        const back = await world.disk.again(page);
        const { unsent, drafts } = await onDisk(back);
        await drain(back, world.who, 50);
        const stored = (await world.inStore()).map((note) => note.noteId);
        expect(new Set(stored).size).toBe(stored.length);
        expect(said.filter((noteId) => !stored.includes(noteId))).toEqual([]);
        expect([...unsent, ...drafts]).not.toContain(undefined);
        expect(drafts.length).toBeLessThanOrEqual(1);
      }
    },
  );
});
