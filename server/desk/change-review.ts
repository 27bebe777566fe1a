import type { Insertable, Selectable, Transaction, Updateable } from 'kysely';
import type { Database } from '@/server/db/schema';
import type { NoteRow } from '@/server/mutations/as-stored';
import { lockNote } from '@/server/mutations/rewrite-note';
import { maySeeNotesOf, type Viewer } from './whose-notes';

type Trx = Transaction<Database>;
export type Review = Selectable<Database['note_reviews']>;
type Event = Omit<Insertable<Database['note_review_events']>, 'customer_id' | 'note_id' | 'detail'> & {
  detail: Selectable<Database['note_review_events']>['detail'];
};
/** A note that nobody else changes until the transaction is over, and where it stands. */
export type Locked = { note: NoteRow; review: Review };

/**
 * @param viewer who acts; null for the store itself
 * @returns null where no such note has come to the desk, or it is none that they may see
 */
export async function lockReview(trx: Trx, noteId: string, viewer: Viewer | null): Promise<Locked | null> {
  const note = await lockNote(trx, noteId);
  if (!note || (viewer && !(await maySeeNotesOf(trx, viewer, note.author_id)))) return null;
  const review = await trx
    .selectFrom('note_reviews')
    .selectAll()
    .where('customer_id', '=', note.customer_id)
    .where('note_id', '=', note.note_id)
    .forUpdate()
    .executeTakeFirst();
  return review ? { note, review } : null;
}

/** What this very request did to the note before, if it did; then it is not done again, whatever became of it since. */
export async function readDone(trx: Trx, { note }: Pick<Locked, 'note'>, requestId: string) {
  return trx
    .selectFrom('note_review_events')
    .select(['kind', 'detail'])
    .where('customer_id', '=', note.customer_id)
    .where('note_id', '=', note.note_id)
    .where('event_id', '=', requestId)
    .executeTakeFirst();
}

/** Changes where a note stands and writes down what was done, both or neither. */
export async function changeReview(
  trx: Trx,
  { note }: Pick<Locked, 'note'>,
  change: { set: Updateable<Database['note_reviews']>; event: Event },
): Promise<void> {
  const { customer_id, note_id } = note;
  await trx
    .updateTable('note_reviews')
    .set(change.set)
    .where('customer_id', '=', customer_id)
    .where('note_id', '=', note_id)
    .execute();
  const detail = JSON.stringify(change.event.detail);
  await trx
    .insertInto('note_review_events')
    .values({ ...change.event, customer_id, note_id, detail })
    .execute();
}
