import type { ReportDoubt } from '@/lib/protocol/mutation';
import { finishedId } from './drafts';
import type { NotesDb, OutboxRow } from './notes-db';
import { freshRow, type OutboxRows } from './outbox-rows';
import { onDisk } from './storage-error';

/** `userId` is the row's owner, `NoteUser.id`; `name` is the customer's, as the page spelled it. */
export type DoubtEntry = { userId: string; name: string; mutation: ReportDoubt; now: Date };

/** Doubts on their way to a supervisor: each stands for itself, and can be taken back until it has left. */
export function createOutboxDoubts(db: NotesDb, rows: OutboxRows) {
  return {
    /** Asked twice, since the first answer was lost on its way, it is there once. */
    addDoubt: ({ userId, name, mutation, now }: DoubtEntry): Promise<void> =>
      onDisk(async () => {
        const { id } = mutation;
        const sealed = await rows.seal(userId, { name, mutation });
        // A chain of its own: nothing goes before it, and it holds nothing up.
        const row: OutboxRow = { id, userId, noteId: id, at: now.toISOString(), seq: 0, sealed, ...freshRow };
        await db.transaction('rw', db.outbox, db.meta, async () => {
          const isOver = (await db.meta.get(finishedId(id))) !== undefined;
          if (!isOver && !(await db.outbox.get(id))) await db.outbox.add(row);
        });
      }),

    /**
     * Takes a doubt back; a report of it that was held up on its way here adds it no more.
     * @returns false where it is gone, or may have left: before a row leaves it is marked, in a transaction as well
     */
    withdrawDoubt: (userId: string, id: string, now: Date): Promise<boolean> =>
      onDisk(async () =>
        db.transaction('rw', db.outbox, db.meta, async () => {
          const row = await db.outbox.get(id);
          // A note's row has another id than its note: what was written of a call is never thrown away here.
          if (row?.userId !== userId || row.noteId !== id) return false;
          if (row.tried !== false && row.state === 'waiting') return false;
          await db.outbox.delete(id);
          await db.meta.put({ id: finishedId(id), value: now.toISOString() });
          return true;
        }),
      ),
  };
}
