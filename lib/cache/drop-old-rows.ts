import { type Clock, DAY } from '@/lib/platform/clock';
import { finishedId } from './drafts';
import type { NotesDb, OutboxRow } from './notes-db';
import { SENT } from './outbox-rows';
import { onDisk } from './storage-error';

const KEEP = 30 * DAY;
/** The day on which old rows were last looked for. */
const SWEPT = 'swept';

/**
 * Drops what was kept for a month: marks of finished notes, which are needed while a frame may still hold a keystroke,
 * edits that were dropped, and those that the store took. Once a day: looking through them all takes longer with every
 * note.
 */
export function createDropOldRows(db: NotesDb, clock: Clock) {
  return (): Promise<void> =>
    onDisk(async () => {
      const now = clock.now();
      const today = now.toISOString().slice(0, 10);
      if ((await db.meta.get(SWEPT))?.value === today) return;
      await db.transaction('rw', db.outbox, db.meta, async () => {
        await db.meta.put({ id: SWEPT, value: today });
        const before = new Date(now.getTime() - KEEP).toISOString();
        await db.meta
          .where('id')
          .startsWith(finishedId(''))
          .filter((row) => typeof row.value === 'string' && row.value < before)
          .delete();
        await db.outbox.where('droppedAt').below(before).delete();
        await db.meta
          .where('id')
          .startsWith(SENT)
          .filter((row) => (row.value as OutboxRow).at < before)
          .delete();
      });
    });
}
