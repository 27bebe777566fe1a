import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Fate } from '@/tests/support/rough-way';
import type { Who } from './queue-notes';
import type { QueueWorld } from './queue-world';

/** Ids of notes, and what the store must say of each in the end; and the one that it won't have. */
export type MixedQueue = { notes: Record<string, string>; refused: string };

/** The store has a note. A rep edits it, writes two more, and one about a card that the store doesn't have: all wait. */
export const queueMixed = (page: Page, { userId, token }: Who): Promise<MixedQueue> =>
  page.evaluate(
    async ([user, bearer]) => {
      const desk = heed.openDesk(user);
      const save = async (summary: string, cardNumber: number | null = null) => {
        const id = crypto.randomUUID();
        desk.shows(id, cardNumber);
        await desk.type(id, 1, { summary }, { key: id });
        await desk.press(id, 1);
        return id;
      };
      const early = await save('As it was');
      await desk.push(bearer);
      const edit = crypto.randomUUID();
      desk.shows(early, 7);
      await desk.edit(edit, early, 1, { summary: 'As it was' });
      await desk.type(edit, 1, { summary: 'As corrected' });
      await desk.press(edit, 1);
      const notes = {
        [early]: 'As corrected',
        [await save('Second')]: 'Second',
        [await save('Third')]: 'Third',
      };
      return { notes, refused: await save('About nobody', 999_999) };
    },
    [userId, token] as const,
  );

/** The store's next answer is about half of what was sent, so that a push has everything to write that it ever has. */
export function leaveSomeOut({ way }: QueueWorld): void {
  const fates: Fate[] = ['forgetful'];
  way.setFates(() => fates.shift() ?? 'pass');
}

/** All went out once and is away from here, and what the store refused is kept with its words. */
export async function expectSettled(world: QueueWorld, page: Page, queue: MixedQueue): Promise<void> {
  const ids = new Set([...Object.keys(queue.notes), queue.refused]);
  const stored = (await world.inStore()).filter((note) => ids.has(note.noteId));
  expect(stored.map((note) => [note.noteId, note.summary]).sort()).toEqual(
    Object.entries(queue.notes).sort(),
  );
  const kept = await page.evaluate(
    async ({ userId }) =>
      (await heed.openDesk(userId).outbox.list(userId)).map(({ state, code, mutation }) => ({
        ...{ state, code, noteId: mutation?.args.noteId, summary: mutation?.args.content.summary },
      })),
    world.who,
  );
  const words = { noteId: queue.refused, summary: 'About nobody' };
  expect(kept).toEqual([{ state: 'needs-attention', code: 'customer-not-found', ...words }]);
}
