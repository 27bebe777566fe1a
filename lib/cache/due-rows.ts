import { Dexie } from 'dexie';
import { headsOf } from './edit-chain';
import type { NotesDb, OutboxRow } from './notes-db';
import { heldBack } from './undoable';

const waitingOf = (userId: string) => ({
  from: [userId, 'waiting', Dexie.minKey],
  to: [userId, 'waiting', Dexie.maxKey],
});

const KEY = '[userId+state+failures+id]';

/** Of these rows, those that are the first of their note. */
async function headsAmong(db: NotesDb, rows: readonly OutboxRow[]): Promise<OutboxRow[]> {
  const notes = rows.map((row) => [row.userId, row.noteId]);
  const chains = await db.outbox.where('[userId+noteId]').anyOf(notes).toArray();
  const heads = new Set(headsOf(chains).map((row) => row.id));
  return rows.filter((row) => heads.has(row.id));
}

/** `now` in real time. */
export type Due = { userId: string; limit: number; now: Date };

/**
 * The user's rows that may be sent now: the least troubled first, then the oldest; of one note the first alone, and none
 * whose wrap-up can still be undone. However long the outbox is, only about as many rows are read as are asked for.
 */
export async function dueRows(db: NotesDb, { userId, limit, now }: Due): Promise<OutboxRow[]> {
  const { from, to } = waitingOf(userId);
  const held = await heldBack(db, userId, now);
  const due: OutboxRow[] = [];
  let page: OutboxRow[] = [];
  let after: unknown[] = from;
  do {
    page = await db.outbox.where(KEY).between(after, to, false, true).limit(limit).toArray();
    const heads = await headsAmong(db, page);
    due.push(...heads.filter((row) => row.id !== held));
    const last = page.at(-1);
    if (last) after = [last.userId, last.state, last.failures, last.id];
  } while (page.length === limit && due.length < limit);
  return due.slice(0, limit);
}
