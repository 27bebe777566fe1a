import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectSettled, leaveSomeOut, type MixedQueue, queueMixed } from './mixed-queue';
import { drain, type Who } from './queue-notes';
import { type QueueWorld, startQueueWorld } from './queue-world';

/** More than any push writes. */
const PLENTY = 30;

let world: QueueWorld;

beforeAll(async () => {
  world = await startQueueWorld();
});
afterAll(() => world?.close());

const pushKilled = (on: Page, who: Who, nth: number) =>
  on.evaluate(
    ([given, n]) =>
      heed.killBeforeWrite(
        n,
        async (onWrite, { userId, token }) => {
          const desk = heed.openDesk(userId);
          heed.beforeEachWrite(desk.db, onWrite);
          await desk.push(token);
        },
        given,
      ),
    [who, nth] as const,
  );

/** How many of the notes the store has as they were said last. */
async function arrived({ notes }: MixedQueue): Promise<number> {
  return (await world.inStore()).filter((note) => notes[note.noteId] === note.summary).length;
}

it('a worker that is killed before any write of a push loses no note, and each goes out once', async () => {
  const wentBefore: number[] = [];
  for (let nth = 1; nth < PLENTY; nth += 1) {
    const page = await world.disk.fresh();
    const queue = await queueMixed(page, world.who);
    leaveSomeOut(world);
    const end = await pushKilled(page, world.who, nth);
    wentBefore.push(await arrived(queue));
    await drain(page, world.who, 5);
    await expectSettled(world, page, queue);
    await page.close();
    if (end === 'done') break;
  }
  expect(wentBefore.length).toBeGreaterThan(6);
  expect(wentBefore.length).toBeLessThan(PLENTY - 1);
  // Before the first write nothing may have left.
  expect(wentBefore).toEqual([0, ...wentBefore.slice(1).map(() => 3)]);
});
