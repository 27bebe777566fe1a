import type { NotesDb } from './notes-db';
import type { OutboxRows } from './outbox-rows';
import { onDisk } from './storage-error';

export type OutboxCounts = { waiting: number; needsAttention: number; oldestAt: string | null };

/** How much is unsent. What its author dropped doesn't count: nobody waits for it. */
export function createOutboxCounts(db: NotesDb, rows: OutboxRows) {
  return {
    counts: (userId: string): Promise<OutboxCounts> =>
      onDisk(async () => {
        const own = await rows
          .own(userId)
          .filter((row) => row.state !== 'dropped')
          .toArray();
        const waiting = own.filter((r) => r.state === 'waiting').length;
        const oldestAt = own.reduce<string | null>((old, r) => (old && old < r.at ? old : r.at), null);
        return { waiting, needsAttention: own.length - waiting, oldestAt };
      }),

    /** Other people's unsent notes on this computer: how many, and nothing else. */
    countOfOthers: (userId: string | null): Promise<number> =>
      onDisk(() => db.outbox.filter((row) => row.userId !== userId && row.state !== 'dropped').count()),
  };
}
