import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Transaction } from 'kysely';
import type { Note, Offer } from '@/lib/domain/note';
import { offerRoom } from '@/lib/domain/offer-room';
import type { Playbook } from '@/lib/domain/playbook';
import { DAY } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { Mutation } from '@/lib/protocol/mutation';
import { markDirty } from '@/server/cards/mark-dirty';
import { readPlaybook } from '@/server/db/read-playbook';
import type { Database, OfferFlag } from '@/server/db/schema';
import { cleanNote } from './clean-note';
import { noteDigest } from './note-digest';
import { Rejection } from './rejection';
import { resolveCustomer } from './resolve-customer';

type Trx = Transaction<Database>;
type SaveNote = Extract<Mutation, { name: 'saveNote' }>;
/** A note that came in a file: who brought it, and how the file calls its author. */
export type Imported = { by: string; author: string };
type Coming = { at: Date; imported: Imported | null };
type Row = Coming & { customerId: string; note: Note; authorId: string };

/** What became of a mutation that is not rejected. */
export type Applied = 'applied' | 'duplicate';

/**
 * A note that is there already: sent again, it is a duplicate; with other words, of another author or about somebody
 * else it is a conflict, and a person decides.
 */
async function compareWithStored(trx: Trx, customerId: string, mutation: SaveNote, note: Note) {
  const applied = await trx
    .selectFrom('applied_mutations')
    .select('imported_digest')
    .where('customer_id', '=', customerId)
    .where('mutation_id', '=', mutation.id)
    .executeTakeFirst();
  // Anyone could have edited a file: what it brought stands for the author's own words only where it says the same.
  const known = applied && (applied.imported_digest ?? noteDigest(note)) === noteDigest(note);
  if (known) return;
  const stored = await trx
    .selectFrom('notes')
    .select(['author_id', 'content', 'customer_ref', 'moves'])
    .where('customer_id', '=', customerId)
    .where('note_id', '=', note.noteId)
    .executeTakeFirstOrThrow();
  const same =
    stored.author_id === mutation.userId &&
    isDeepStrictEqual(stored.content, note.content) &&
    isDeepStrictEqual(stored.customer_ref, note.customer) &&
    isDeepStrictEqual(stored.moves, note.moves);
  if (!same) throw new Rejection('note-conflict', 'a note with this id is stored with other content');
}

const LONGEST_KEPT_BACK_MS = 366 * DAY;

/**
 * A computer whose clock runs ahead must not put its contact in the future, where no card would count it; nor one
 * whose clock stands at its maker's first day put it years back.
 */
function within(at: Date, instant: string): Date {
  const earliest = at.getTime() - LONGEST_KEPT_BACK_MS;
  return new Date(Math.min(Math.max(Date.parse(instant), earliest), at.getTime()));
}

async function insertNote(trx: Trx, { customerId, note, authorId, at, imported }: Row): Promise<void> {
  await trx
    .insertInto('notes')
    .values({
      customer_id: customerId,
      note_id: note.noteId,
      author_id: authorId,
      content: JSON.stringify(note.content),
      customer_ref: JSON.stringify(note.customer),
      moves: JSON.stringify(note.moves),
      started_at: within(at, note.startedAt),
      ended_at: within(at, note.endedAt),
      received_at: at,
      generated: false,
      imported_by: imported?.by ?? null,
      claimed_author: imported?.author ?? null,
    })
    .execute();
}

async function insertPromise(trx: Trx, { customerId, note }: Row): Promise<void> {
  const { promise } = note.content;
  if (!promise) return;
  await trx
    .insertInto('promises')
    .values({
      customer_id: customerId,
      promise_id: note.noteId,
      note_id: note.noteId,
      what: promise.what,
      due_on: promise.dueOn,
      by: promise.by,
      state: 'due',
    })
    .execute();
}

/** The words are kept whatever they say was given; what no rep may give is marked for somebody to look at. */
function flagOf(offer: Offer, before: readonly Offer[], playbook: Playbook): OfferFlag {
  if (!playbook.actions.some((action) => action.code === offer.actionCode)) return 'unknown-action';
  return (offer.amountMinor ?? 0) > offerRoom(playbook, before) ? 'over-limit' : null;
}

async function insertOffers(trx: Trx, { customerId, note, at }: Row): Promise<void> {
  const { offers } = note.content;
  if (offers.length === 0) return;
  const playbook = await readPlaybook(trx);
  await trx
    .insertInto('offers')
    .values(
      offers.map((offer, i) => ({
        customer_id: customerId,
        offer_id: offer.id,
        note_id: note.noteId,
        action_code: offer.actionCode,
        amount_minor: offer.amountMinor,
        state: offer.state,
        reference: offer.reference,
        task_owner: offer.taskOwner,
        at: within(at, offer.at),
        flag: flagOf(offer, offers.slice(0, i), playbook),
      })),
    )
    .onConflict((c) => c.columns(['customer_id', 'offer_id']).doNothing())
    .execute();
}

async function ownerOf(trx: Trx, noteId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('note_owners')
    .select('customer_id')
    .where('note_id', '=', noteId)
    .executeTakeFirst();
  return row?.customer_id;
}

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
  const owner = await ownerOf(trx, note.noteId);
  if (owner !== undefined) {
    await compareWithStored(trx, owner, mutation, note);
    return 'duplicate';
  }
  const customerId = await resolveCustomer(trx, note.customer, { customerId: uuidv7(at), at });
  if (!(await claimNote(trx, note.noteId, customerId))) throw new StoredMeanwhile();
  const row = { customerId, note, authorId: mutation.userId, at, imported };
  const imported_digest = imported && noteDigest(note);
  await trx
    .insertInto('applied_mutations')
    .values({ customer_id: customerId, mutation_id: mutation.id, applied_at: at, imported_digest })
    .execute();
  await insertNote(trx, row);
  await insertPromise(trx, row);
  await insertOffers(trx, row);
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
