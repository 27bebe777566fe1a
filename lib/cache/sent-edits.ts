import type { NotesDb, OutboxRow } from './notes-db';
import { USER, userSchema } from './notes-meta';
import { type OutboxEntry, type OutboxRows, sentId } from './outbox-rows';
import { onDisk } from './storage-error';
import { forgetHolds } from './undoable';

/** Rows on their way out, and the last edit of a note that went: what the store tells may be older for a while. */
export function createSentEdits(db: NotesDb, rows: OutboxRows) {
  return {
    /**
     * The store has them.
     * @param edits those that `lastSent` is to know: a note goes out once, and its edits may be edited again
     */
    remove: (ids: readonly string[], edits: readonly string[] = []): Promise<void> =>
      onDisk(async () => {
        await db.transaction('rw', db.outbox, db.meta, async () => {
          await forgetHolds(db, ids);
          const rows = (await db.outbox.bulkGet([...edits])).filter((row) => row !== undefined);
          await db.outbox.bulkDelete([...ids]);
          if (edits.length === 0) return;
          const user = await db.meta.get(USER);
          const owner = user && (userSchema.safeParse(user.value).data?.id ?? null);
          // Whoever signed out while they were on their way leaves nothing behind.
          const sent = rows.filter((row) => owner === undefined || owner === row.userId);
          await db.meta.bulkPut(sent.map((row) => ({ id: sentId(row), value: row })));
        });
      }),

    /** The user's last edit of this note that the store took, for a month. */
    lastSent: (userId: string, noteId: string): Promise<OutboxEntry | null> =>
      onDisk(async () => {
        const row = (await db.meta.get(sentId({ userId, noteId })))?.value as OutboxRow | undefined;
        return row ? rows.open(row) : null;
      }),
  };
}
