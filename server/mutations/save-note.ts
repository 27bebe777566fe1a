import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import { type Note, noteContentSchema } from '@/lib/domain/note';
import { uuidv7 } from '@/lib/platform/ids';
import type { SaveNote } from '@/lib/protocol/mutation';
import { markDirty } from '@/server/cards/mark-dirty';
import type { Database } from '@/server/db/schema';
import { arriveAtDesk } from '@/server/desk/arrive';
import { assertInHand } from '@/server/handovers/in-hand';
import { readGiver } from '@/server/handovers/read-handover';
import { type Applied, readApplied, recordApplied } from './applied-mutations';
import { asStored } from './as-stored';
import { cleanNote } from './clean-note';
import { noteDigest } from './note-digest';
import { noteOwner } from './note-owner';
import { within } from './plausible-time';
import { Rejection } from './rejection';
import { resolveCustomer } from './resolve-customer';
import { insertOffers, insertPromise } from './write-commitments';

type Trx = Transaction<Database>;
/** A note that came in a file: who brought it, and how the file calls its author. */
export type Imported = { by: string; author: string };
type Coming = { at: Date; imported: Imported | null };
type Row = Coming & { customerId: string; note: Note; authorId: string };

/**
 * A note that is there already: sent again, it is a duplicate; with other words, of another author or about somebody
 * else it is a conflict, and a person decides: its author sees both.
 */
async function compareWithStored(trx: Trx, customerId: string, mutation: SaveNote, note: Note) {
  const applied = await readApplied(trx, customerId, mutation.id);
  // Anyone could have edited a file: what it brought stands for the author's own words only where it says the same.
  const known = applied && (applied.importedDigest ?? noteDigest(note)) === noteDigest(note);
  if (known) return;
  const stored = await trx
    .selectFrom('notes')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('note_id', '=', note.noteId)
    .executeTakeFirstOrThrow();
  const isTheirs = stored.author_id === mutation.userId;
  const same =
    isTheirs &&
    // One of before a field was asked says nothing of it, which is what the field's default says.
    isDeepStrictEqual(noteContentSchema.parse(stored.content), note.content) &&
    isDeepStrictEqual(stored.customer_ref, note.customer) &&
    isDeepStrictEqual(stored.moves, note.moves);
  if (same) return;
  const theirs = isTheirs ? await asStored(trx, stored) : undefined;
  throw new Rejection('note-conflict', 'a note with this id is stored with other content', theirs);
}

async function insertNote(trx: Trx, { customerId, note, authorId, at, imported }: Row): Promise<void> {
  const begunBy = await readGiver(trx, note.noteId, authorId);
  await trx
    .insertInto('notes')
    .values({
      customer_id: customerId,
      note_id: note.noteId,
      direction: note.direction,
      author_id: authorId,
      content: JSON.stringify(note.content),
      customer_ref: JSON.stringify(note.customer),
      moves: JSON.stringify(note.moves),
      started_at: within(at, note.startedAt),
      ended_at: within(at, note.endedAt),
      received_at: at,
      generated: false,
      suggested: note.suggested && JSON.stringify(note.suggested),
      imported_by: imported?.by ?? null,
      claimed_author: imported?.author ?? null,
      begun_by: begunBy,
    })
    .execute();
}

/** The same as the desk takes it. */
const arriving = ({ customerId, note, authorId, at }: Row) => ({
  ...{ customer_id: customerId, note_id: note.noteId, author_id: authorId, version: 1 },
  ...{ content: note.content, customer_ref: note.customer, moves: note.moves },
  ...{ started_at: within(at, note.startedAt), ended_at: within(at, note.endedAt) },
});

/** @returns false when another transaction stored this note in between */
async function claimNote(trx: Trx, noteId: string, customerId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('note_owners')
    .values({ note_id: noteId, customer_id: customerId })
    .onConflict((c) => c.column('note_id').doNothing())
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}

/** Thrown to undo what was begun for a note that somebody else stored first; then the note is compared with theirs. */
class StoredMeanwhile extends Error {}

async function applyOnce(trx: Trx, mutation: SaveNote, { at, imported }: Coming): Promise<Applied> {
  const note = cleanNote(mutation.args);
  const owner = await noteOwner(trx, note.noteId);
  if (owner !== undefined) {
    await compareWithStored(trx, owner, mutation, note);
    return 'duplicate';
  }
  await assertInHand(trx, note.noteId, mutation.userId);
  // An importer answers for what a file names, its claimed author too.
  const by = imported?.by ?? mutation.userId;
  const customerId = await resolveCustomer(trx, note.customer, { customerId: uuidv7(at), at, by });
  if (!(await claimNote(trx, note.noteId, customerId))) throw new StoredMeanwhile();
  const row = { customerId, note, authorId: mutation.userId, at, imported };
  const importedDigest = imported && noteDigest(note);
  await recordApplied(trx, { customerId, mutationId: mutation.id, at, importedDigest });
  await insertNote(trx, row);
  const { noteId, content } = note;
  await insertPromise(trx, { customerId, noteId, promise: content.promise });
  const { offers } = content;
  await insertOffers(trx, { customerId, noteId, offers, givenBy: mutation.userId, at });
  await arriveAtDesk(trx, arriving(row), at);
  await markDirty(trx, [customerId], at);
  return 'applied';
}

/**
 * Stores a note with its promise and offers, once: its mutation's id is recorded in the same transaction.
 * @throws Rejection when it can never be applied
 */
export async function saveNote(db: Kysely<Database>, mutation: SaveNote, coming: Coming): Promise<Applied> {
  const attempt = () => db.transaction().execute((trx) => applyOnce(trx, mutation, coming));
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof StoredMeanwhile) return attempt();
    throw error;
  }
}
