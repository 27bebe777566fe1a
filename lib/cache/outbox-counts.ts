import { Dexie } from 'dexie';
import type { NotesDb, OutboxRow } from './notes-db';
import type { OutboxRows } from './outbox-rows';
import { onDisk } from './storage-error';

/** `oldestAt` in ISO 8601: of all that waits or needs attention; null where nothing does. */
export type OutboxCounts = { waiting: number; needsAttention: number; oldestAt: string | null };

/** How much is unsent. What its author dropped doesn't count: nobody waits for it. No row is read to be counted. */
export function createOutboxCounts(db: NotesDb, rows: OutboxRows) {
  async function ofState(userId: string, state: OutboxRow['state']) {
    const own = () =>
      db.outbox
        .where('[userId+state+at]')
        .between([userId, state, Dexie.minKey], [userId, state, Dexie.maxKey]);
    const [count, oldest] = await Promise.all([own().count(), own().first()]);
    return { count, oldestAt: oldest?.at ?? null };
  }

  return {
    counts: (userId: string): Promise<OutboxCounts> =>
      onDisk(() =>
        db.transaction('r', db.outbox, async () => {
          const waiting = await ofState(userId, 'waiting');
          const troubled = await ofState(userId, 'needs-attention');
          const [oldestAt = null] = [waiting.oldestAt, troubled.oldestAt].filter((at) => at !== null).sort();
          return { waiting: waiting.count, needsAttention: troubled.count, oldestAt };
        }),
      ),

    /** Other people's unsent notes on this computer: how many, and nothing else. */
    countOfOthers: (userId: string | null): Promise<number> =>
      onDisk(() =>
        db.transaction('r', db.outbox, async () => {
          const own = userId === null ? 0 : await rows.own(userId).count();
          const dropped = db.outbox.where('droppedAt').above('');
          const droppedOfOthers = await dropped.filter((row) => row.userId !== userId).count();
          return (await db.outbox.count()) - own - droppedOfOthers;
        }),
      ),
  };
}
