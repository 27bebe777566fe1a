import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Fate } from '@/tests/support/rough-way';
import { drain, type QueueWorld } from './queue-world';

/** A page beside which a rep saves notes, each about one of twenty customers, while nothing is sent. */
const queue = (page: Page, { userId }: QueueWorld['who'], count: number): Promise<string[]> =>
  page.evaluate(
    async ([user, notes]) => {
      const desk = heed.openDesk(user);
      const ids = Array.from({ length: notes }, () => crypto.randomUUID());
      for (const [n, noteId] of ids.entries()) {
        const key = `customer-${n % 20}`;
        desk.shows(key, null);
        await desk.type(noteId, 1, { summary: `Note ${n}` }, { key });
        await desk.press(noteId, 1);
      }
      return ids;
    },
    [userId, count] as const,
  );

/** A third of all requests gets no answer that counts; which, is the same in each run. */
function aThirdFails(): () => Fate {
  const failures = ['lost', 'failed', 'cut'] as const;
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 3 === 0 ? (failures[Math.floor(state / 3) % 3] ?? 'cut') : 'pass';
  };
}

/** What it took to send a queue. */
export type Drained = { notes: number; seconds: number; requests: number; rounds: number };

/** Saves notes without a network, then sends them through a store that fails a third of its answers. */
export async function drainLongQueue(world: QueueWorld, count: number): Promise<Drained> {
  const { disk, way, who, store } = world;
  const page = await disk.fresh();
  const ids = await queue(page, who, count);
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
