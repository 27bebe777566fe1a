import type { StoredNote } from '@/lib/protocol/mutation';
import { type Due, dueRows } from './due-rows';
import { createFinish } from './finish-note';
import type { NotesDb, OutboxRow } from './notes-db';
import { createOutboxCounts } from './outbox-counts';
import { createOutboxDoubts } from './outbox-doubts';
import type { OutboxEntry, OutboxRows } from './outbox-rows';
import { createSentEdits } from './sent-edits';
import { onDisk } from './storage-error';
import { createUndoable, forgetHolds } from './undoable';

/** Finished notes and edits on their way to the store. */
export function createOutbox(db: NotesDb, rows: OutboxRows) {
  const ownRows = rows.own;

  /** Says of rows that they may be at the store from now on, before they leave. */
  async function takeDue(asked: Due): Promise<OutboxRow[]> {
    const due = await dueRows(db, asked);
    const first = due.filter((row) => !row.tried);
    await db.outbox.bulkPut(first.map((row) => ({ ...row, tried: true })));
    return due;
  }

  return {
    finish: createFinish(db, rows),

    /** The user's own unsent notes, oldest first, and those that they dropped lately. */
    list: (userId: string): Promise<OutboxEntry[]> =>
      onDisk(async () => Promise.all((await ownRows(userId).sortBy('id')).map(rows.open))),

    /** What the note will say once all that is on its way has arrived; null where nothing is. */
    newestOf: (userId: string, noteId: string): Promise<OutboxEntry | null> =>
      onDisk(async () => {
        const last = (await rows.ofNote(userId, noteId)).at(-1);
        return last ? rows.open(last) : null;
      }),

    /**
     * The next to send: waiting, the least troubled first, then the oldest; of one note the first alone, and none that
     * can still be undone. From now on the store may have them.
     */
    due: (userId: string, limit: number, now: Date): Promise<OutboxEntry[]> =>
      onDisk(async () => {
        const due = await db.transaction('rw', db.outbox, db.meta, async () =>
          takeDue({ userId, limit, now }),
        );
        return Promise.all(due.map(rows.open));
      }),

    /**
     * The store won't have it: kept, shown, exportable, and out of the others' way.
     * @param theirs what the store has, in a conflict: kept beside it until a person has chosen
     */
    needsAttention: (id: string, code: string, theirs?: StoredNote): Promise<void> =>
      onDisk(async () => {
        const row = await db.outbox.get(id);
        if (!row) return;
        const both = theirs && { theirs: await rows.sealTheirs(row, theirs) };
        await db.transaction('rw', db.outbox, db.meta, async () => {
          await forgetHolds(db, [id]);
          await db.outbox.update(id, { state: 'needs-attention', code, ...both });
        });
      }),

    failed: (id: string): Promise<void> =>
      onDisk(async () => {
        await db.outbox
          .where('id')
          .equals(id)
          .modify((row) => {
            row.failures += 1;
          });
      }),

    /** Puts back what needed attention: the person thinks that the cause is gone. A conflict waits for their choice. */
    retry: (userId: string): Promise<void> =>
      onDisk(async () => {
        await ownRows(userId)
          .filter((row) => row.state !== 'dropped' && !row.theirs)
          .modify({ state: 'waiting', code: null, failures: 0 });
      }),

    ...createSentEdits(db, rows),
    ...createOutboxCounts(db, rows),
    ...createOutboxDoubts(db, rows),
    ...createUndoable(db, rows),
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
