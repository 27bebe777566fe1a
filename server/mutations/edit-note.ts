import type { Kysely, Transaction } from 'kysely';
import { keepDoneOffers } from '@/lib/domain/keep-done-offers';
import { type NoteContent, noteContentSchema } from '@/lib/domain/note';
import type { EditNote } from '@/lib/protocol/mutation';
import { markDirty } from '@/server/cards/mark-dirty';
import type { Database } from '@/server/db/schema';
import { type Applied, readApplied, recordApplied } from './applied-mutations';
import { asStored, type NoteRow, writtenAt, writtenBy } from './as-stored';
import { cleanContent } from './clean-note';
import { noteOwner } from './note-owner';
import { Rejection } from './rejection';
import { changeOffers, changePromise } from './write-commitments';

type Trx = Transaction<Database>;

const NOT_FOUND = 'no note has this id';

/**
 * Two edits at once: the second waits here for the first, and then finds its version. A note that went over to another
 * customer while this waited, since the two were made one, is looked for there.
 */
async function lockNote(trx: Trx, noteId: string): Promise<NoteRow> {
  for (let before: string | undefined; ; ) {
    const customerId = await noteOwner(trx, noteId);
    if (customerId === undefined || customerId === before) throw new Rejection('note-not-found', NOT_FOUND);
    const note = await trx
      .selectFrom('notes')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('note_id', '=', noteId)
      .forUpdate()
      .executeTakeFirst();
    if (note) return note;
    before = customerId;
  }
}

function contentAfter(note: NoteRow, edit: NoteContent): NoteContent {
  const clean = cleanContent(edit);
  const offers = keepDoneOffers(note.content.offers, clean.offers);
  const whole = noteContentSchema.safeParse({ ...clean, offers });
  if (!whole.success) throw new Rejection('bad-input', 'too many offers beside those that were done');
  return whole.data;
}

async function keepVersion(trx: Trx, note: NoteRow): Promise<void> {
  const { customer_id, note_id, version, content } = note;
  const written = { written_by: writtenBy(note), written_at: writtenAt(note) };
  await trx
    .insertInto('note_versions')
    .values({ customer_id, note_id, version, content: JSON.stringify(content), ...written })
    .execute();
}

async function writeVersion(
  trx: Trx,
  note: NoteRow,
  next: { content: NoteContent; by: string; at: Date },
): Promise<void> {
  const { customer_id, note_id, version } = note;
  await trx
    .updateTable('notes')
    .set({
      content: JSON.stringify(next.content),
      version: version + 1,
      edited_by: next.by,
      edited_at: next.at,
    })
    .where('customer_id', '=', customer_id)
    .where('note_id', '=', note_id)
    .execute();
}

async function applyOnce(trx: Trx, { id, userId, args }: EditNote, at: Date): Promise<Applied> {
  const { noteId, base } = args;
  const note = await lockNote(trx, noteId);
  const customerId = note.customer_id;
  const known = await readApplied(trx, customerId, id);
  if (known?.importedDigest === null) return 'duplicate';
  if (note.author_id !== userId) throw new Rejection('not-allowed', 'the note is another author’s');
  // Whoever imports a file writes the ids in it: that theirs is known proves nothing of these words.
  if (known)
    throw new Rejection('note-conflict', 'a file brought another under this id', await asStored(trx, note));
  if (note.version !== base) {
    const message = `edited on version ${base}; the newest is ${note.version}`;
    throw new Rejection('note-conflict', message, await asStored(trx, note));
  }
  const content = contentAfter(note, args.content);
  await recordApplied(trx, { customerId, mutationId: id, at, importedDigest: null });
  await keepVersion(trx, note);
  await writeVersion(trx, note, { content, by: userId, at });
  await changePromise(trx, { customerId, noteId, promise: content.promise });
  await changeOffers(trx, { customerId, noteId, offers: content.offers, givenBy: userId, at });
  await markDirty(trx, [customerId], at);
  return 'applied';
}

/**
 * Makes an edit the newest version of its author's note, once: the mutation's id is recorded in the same transaction,
 * and what the note said before is kept.
 * @throws Rejection when it can never be applied; `note-conflict` with what the store has, when the note was edited since
 */
export function editNote(db: Kysely<Database>, mutation: EditNote, at: Date): Promise<Applied> {
  return db.transaction().execute((trx) => applyOnce(trx, mutation, at));
}
