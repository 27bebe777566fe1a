import type { Transaction } from 'kysely';
import { keepDoneOffers } from '@/lib/domain/keep-done-offers';
import { type NoteContent, noteContentSchema } from '@/lib/domain/note';
import { markDirty } from '@/server/cards/mark-dirty';
import type { Database } from '@/server/db/schema';
import { type NoteRow, writtenAt, writtenBy } from './as-stored';
import { cleanContent } from './clean-note';
import { noteOwner } from './note-owner';
import { Rejection } from './rejection';
import { changeOffers, changePromise } from './write-commitments';

type Trx = Transaction<Database>;

/**
 * Two who write at once: the second waits here for the first, and then finds its version. A note that went over to another
 * customer while this waited, since the two were made one, is looked for there.
 * @returns null where no note has this id
 */
export async function lockNote(trx: Trx, noteId: string): Promise<NoteRow | null> {
  for (let before: string | undefined; ; ) {
    const customerId = await noteOwner(trx, noteId);
    if (customerId === undefined || customerId === before) return null;
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

type Next = { content: NoteContent; by: string; at: Date };

async function writeVersion(trx: Trx, note: NoteRow, next: Next): Promise<void> {
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

/**
 * Makes these words a locked note's newest version, whoever writes them; what it said before is kept, and its promise and
 * offers, which stay its author's, go with them.
 * @returns the note as it is now
 */
export async function rewriteNote(trx: Trx, note: NoteRow, { content, by, at }: Next): Promise<NoteRow> {
  const { customer_id: customerId, note_id: noteId, author_id: givenBy } = note;
  const next = contentAfter(note, content);
  await keepVersion(trx, note);
  await writeVersion(trx, note, { content: next, by, at });
  await changePromise(trx, { customerId, noteId, promise: next.promise });
  await changeOffers(trx, { customerId, noteId, offers: next.offers, givenBy, at });
  await markDirty(trx, [customerId], at);
  return { ...note, content: next, version: note.version + 1, edited_by: by, edited_at: at };
}
