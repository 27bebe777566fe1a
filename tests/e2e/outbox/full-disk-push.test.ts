import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectSettled, leaveSomeOut, type MixedQueue, queueMixed } from './mixed-queue';
import { type QueueWorld, startQueueWorld } from './queue-world';

/** More than any push writes. */
const PLENTY = 30;

let world: QueueWorld;

beforeAll(async () => {
  world = await startQueueWorld();
});
afterAll(() => world?.close());

/** Pushes on a disk that is full from the n-th write on, looks as the next worker would, makes room and pushes again. */
const pushWhenFull = (on: Page, who: QueueWorld['who'], nth: number) =>
  on.evaluate(
    async ([{ userId, token }, n]) => {
      const desk = heed.openDesk(userId);
      const broken = heed.failFromWrite(desk.db, n);
      const code = await heed.codeOf(desk.push(token));
      const writes = broken.writes();
      const rows = await heed.openDesk(userId).outbox.list(userId);
      broken.makeRoom();
      const again = (await desk.push(token)).outcome.kind;
      return { code, writes, here: rows.map((row) => row.mutation?.args.noteId ?? row.state), again };
    },
    [who, nth] as const,
  );

/** What the store doesn't have as it was said last is here. */
async function expectNothingLost(queue: MixedQueue, here: readonly string[], nth: number): Promise<void> {
  const arrived = new Set((await world.inStore()).map((note) => `${note.noteId} ${note.summary}`));
  const missing = Object.entries(queue.notes).filter(([id, words]) => !arrived.has(`${id} ${words}`));
  const wanted = [...missing.map(([id]) => id), queue.refused];
  expect(
    wanted.filter((id) => !here.includes(id)),
    `full from write ${nth} on`,
  ).toEqual([]);
}

it('a disk that is full from any write of a push on loses no note, and each goes out once when there is room', async () => {
  const codes: (string | null)[] = [];
  for (let nth = 1; nth < PLENTY; nth += 1) {
    const page = await world.disk.fresh();
    const queue = await queueMixed(page, world.who);
    leaveSomeOut(world);
    const { code, writes, here, again } = await pushWhenFull(page, world.who, nth);
    codes.push(code);
    await expectNothingLost(queue, here, nth);
    expect(again).toBe('ok');
    await expectSettled(world, page, queue);
    await page.close();
    if (code === null && writes < nth) break;
  }
  expect(codes.length).toBeGreaterThan(6);
  expect(codes.pop()).toBeNull();
  expect(new Set(codes)).toEqual(new Set(['storage-full']));
});
