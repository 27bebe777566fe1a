import { z } from 'zod';
import { UNDO_HOLD } from '@/lib/domain/undo-window';
import type { UndoableNote } from '@/lib/messaging/sidebar-view';
import type { NotesDb } from './notes-db';
import type { OutboxRows } from './outbox-rows';
import { onDisk } from './storage-error';

const rowSchema = z.object({ outboxId: z.string(), until: z.number() });
type Hold = z.infer<typeof rowSchema>;

/** Where it is remembered which row may not leave yet. One of each user: who wraps up the next note has let go of the last. */
export const undoableId = (userId: string) => `undoable:${userId}`;

/** Within the caller's transaction over `meta`. */
export async function holdBack(db: NotesDb, userId: string, row: { outboxId: string; at: Date }) {
  const value = { outboxId: row.outboxId, until: row.at.getTime() + UNDO_HOLD };
  await db.meta.put({ id: undoableId(userId), value });
}

async function holdOf(db: NotesDb, userId: string, now: Date): Promise<Hold | null> {
  const row = rowSchema.safeParse((await db.meta.get(undoableId(userId)))?.value).data;
  const left = row ? row.until - now.getTime() : 0;
  // A moment further off than any hold was computed by another clock.
  return row && left > 0 && left <= UNDO_HOLD ? row : null;
}

/** Which row of the outbox is kept from leaving, while its wrap-up can be undone; null where none is. */
export const heldBack = async (db: NotesDb, userId: string, now: Date): Promise<string | null> =>
  (await holdOf(db, userId, now))?.outboxId ?? null;

/** Once these rows have left, or the store won't have them: a hold would say for good when somebody worked here last. Within the caller's transaction over `meta`. */
export async function forgetHolds(db: NotesDb, outboxIds: readonly string[]): Promise<void> {
  const holds = await db.meta.where('id').startsWith(undoableId('')).toArray();
  const over = holds.filter(({ value }) => {
    const row = rowSchema.safeParse(value).data;
    return !row || outboxIds.includes(row.outboxId);
  });
  await db.meta.bulkDelete(over.map(({ id }) => id));
}

/** The note that was wrapped up last doesn't leave while that can be undone: on disk, so that no killed worker forgets it. */
export function createUndoable(db: NotesDb, rows: OutboxRows) {
  return {
    /** Nothing is kept from leaving any more. @returns false where nothing was */
    letGo: (userId: string, now: Date): Promise<boolean> =>
      onDisk(() =>
        db.transaction('rw', db.meta, async () => {
          const held = await heldBack(db, userId, now);
          await db.meta.delete(undoableId(userId));
          return held !== null;
        }),
      ),

    /** Is one of those that wait there only since it can still be undone? */
    isHeldBack: (userId: string, now: Date): Promise<boolean> =>
      onDisk(() =>
        db.transaction('r', db.outbox, db.meta, async () => {
          const id = await heldBack(db, userId, now);
          return id !== null && (await db.outbox.get(id))?.state === 'waiting';
        }),
      ),

    /** What a sidebar says of that note, to have it undone; null where none is held back. */
    heldNote: (userId: string, now: Date): Promise<UndoableNote | null> =>
      onDisk(async () => {
        const hold = await holdOf(db, userId, now);
        const row = hold && (await db.outbox.get(hold.outboxId));
        if (!hold || row?.state !== 'waiting') return null;
        const { name, mutation } = await rows.open(row);
        if (mutation?.name !== 'saveNote') return null;
        const { noteId, direction, content } = mutation.args;
        return { noteId, direction, content, name, at: new Date(hold.until - UNDO_HOLD).toISOString() };
      }),
  };
}
