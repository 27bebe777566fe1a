import type { Page } from 'playwright-core';
import type { Fate } from '@/tests/support/rough-way';
import '../background/disk-page';

/** `userId` is `NoteUser.id` of the rep, `token` what the store gave them. */
export type Who = { userId: string; token: string };

/** A page beside which a rep saves notes, each about one of five hundred customers, while nothing is sent. @returns their ids */
export const queueNotes = (page: Page, { userId }: Who, count: number): Promise<string[]> =>
  page.evaluate(
    async ([user, notes]) => {
      const desk = heed.openDesk(user);
      const ids = Array.from({ length: notes }, () => crypto.randomUUID());
      for (const [n, noteId] of ids.entries()) {
        const key = `customer-${n % 500}`;
        desk.shows(key, null);
        await desk.type(noteId, 1, { summary: `Note ${n}` }, { key });
        await desk.press(noteId, 1);
      }
      return ids;
    },
    [userId, count] as const,
  );

/** A third of all requests gets no answer that counts; which, is the same in each run. */
export function aThirdFails(): () => Fate {
  const failures = ['lost', 'failed', 'cut'] as const;
  let state = 7;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 3 === 0 ? (failures[Math.floor(state / 3) % 3] ?? 'cut') : 'pass';
  };
}

/** Sends until nothing waits, as the alarm would; every attempt is one more round. @returns how many it took */
export const drain = (page: Page, who: Who, mostRounds: number): Promise<number> =>
  page.evaluate(
    async ([{ userId, token }, most]) => {
      const desk = heed.openDesk(userId);
      for (let round = 1; round <= most; round += 1) {
        await desk.push(token);
        if ((await desk.outbox.counts(userId)).waiting === 0) return round;
      }
      throw new Error(`After ${most} rounds there are notes that wait`);
    },
    [who, mostRounds] as const,
  );
