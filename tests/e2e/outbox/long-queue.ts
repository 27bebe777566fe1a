import { expect } from 'vitest';
import { aThirdFails, drain, queueNotes } from './queue-notes';
import type { QueueWorld } from './queue-world';

/** What it took to send a queue. */
export type Drained = { notes: number; seconds: number; requests: number; rounds: number };

/** Saves notes without a network, then sends them through a store that fails a third of its answers. */
export async function drainLongQueue(world: QueueWorld, count: number): Promise<Drained> {
  const { disk, way, who, store } = world;
  const page = await disk.fresh();
  const ids = await queueNotes(page, who, count);
  way.setFates(aThirdFails());
  const before = way.requests();
  const start = performance.now();
  const rounds = await drain(page, who, count);
  const seconds = (performance.now() - start) / 1000;
  const requests = way.requests() - before;
  const expected = ids.map((noteId, n) => ({
    ...{ noteId, summary: `Note ${n}` },
    ...{ version: 1, authorId: store.users.rep },
  }));
  const stored = (await world.inStore()).filter(({ noteId }) => ids.includes(noteId));
  const byId = (a: { noteId: string }, b: { noteId: string }) => a.noteId.localeCompare(b.noteId);
  expect(stored.sort(byId)).toEqual(expected.sort(byId));
  const left = await page.evaluate(({ userId }) => heed.openDesk(userId).outbox.list(userId), who);
  expect(left).toEqual([]);
  return { notes: count, seconds, requests, rounds };
}
