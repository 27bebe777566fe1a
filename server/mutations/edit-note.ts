import type { Kysely, Transaction } from 'kysely';
import type { EditNote } from '@/lib/protocol/mutation';
import type { Database } from '@/server/db/schema';
import { returnToDesk } from '@/server/desk/arrive';
import { type Applied, readApplied, recordApplied } from './applied-mutations';
import { asStored } from './as-stored';
import { Rejection } from './rejection';
import { lockNote, rewriteNote } from './rewrite-note';

async function applyOnce(
  trx: Transaction<Database>,
  { id, userId, args }: EditNote,
  at: Date,
): Promise<Applied> {
  const { noteId, base } = args;
  const note = await lockNote(trx, noteId);
  if (!note) throw new Rejection('note-not-found', 'no note has this id');
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
  await recordApplied(trx, { customerId, mutationId: id, at, importedDigest: null });
  await returnToDesk(trx, await rewriteNote(trx, note, { content: args.content, by: userId, at }), at);
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
