import type { NotesDb } from './notes-db';
import { onDisk } from './storage-error';

/** Where it is remembered since when a call is on hold. */
const heldId = (noteId: string) => `held:${noteId}`;

/** Since when calls are on hold, in real time. Says nothing of anybody: an id and a moment. */
export function createHeldCalls(db: NotesDb) {
  return {
    hold: (noteId: string, at: Date): Promise<void> =>
      onDisk(async () => {
        await db.meta.put({ id: heldId(noteId), value: at.toISOString() });
      }),

    /** The call is on again, or over. */
    release: (noteId: string): Promise<void> => onDisk(() => db.meta.delete(heldId(noteId))),

    /** In the same order; null for one that isn't on hold, or of which nobody knows since when. */
    since: (noteIds: readonly string[]): Promise<(string | null)[]> =>
      onDisk(async () => {
        const rows = await db.meta.bulkGet(noteIds.map(heldId));
        return rows.map((row) => (typeof row?.value === 'string' ? row.value : null));
      }),
  };
}

export type HeldCalls = ReturnType<typeof createHeldCalls>;
