import type { Selectable, Transaction } from 'kysely';
import type { StoredNote } from '@/lib/protocol/mutation';
import type { Database } from '@/server/db/schema';
import { nameOfUser } from '@/server/name-of-user';

export type NoteRow = Selectable<Database['notes']>;

export const writtenBy = (note: NoteRow) => note.edited_by ?? note.author_id;
export const writtenAt = (note: NoteRow) => note.edited_at ?? note.received_at;

/** What its author is shown beside other words of theirs for the same note. */
export async function asStored(trx: Transaction<Database>, note: NoteRow): Promise<StoredNote> {
  const { version, content } = note;
  return { version, content, by: await nameOfUser(trx, writtenBy(note)), at: writtenAt(note).toISOString() };
}
