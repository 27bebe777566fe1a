import type { Transaction } from 'kysely';
import type { NoteContent, Offer } from '@/lib/domain/note';
import { readStoredPlaybook } from '@/server/db/read-playbook';
import type { Database } from '@/server/db/schema';
import { type Counted, readCounted } from '@/server/offers/counted-at';
import { flagOffers } from '@/server/offers/flag-offers';
import { rememberGiver } from '@/server/offers/given-today';
import { within } from './plausible-time';

type Trx = Transaction<Database>;
type OfNote = { customerId: string; noteId: string };
type OffersOfNote = OfNote & { offers: readonly Offer[]; givenBy: string; at: Date };

/** What the note promised, as a row that can be kept or broken. */
export async function insertPromise(
  trx: Trx,
  { customerId, noteId, promise }: OfNote & Pick<NoteContent, 'promise'>,
): Promise<void> {
  if (!promise) return;
  await trx
    .insertInto('promises')
    .values({
      customer_id: customerId,
      promise_id: noteId,
      note_id: noteId,
      what: promise.what,
      due_on: promise.dueOn,
      by: promise.by,
      state: 'due',
    })
    .execute();
}

/**
 * The promise of an edited note. One that is still due goes with what the note says now: changed, or gone. One that was
 * kept was kept, whatever the note says of it since.
 */
export async function changePromise(trx: Trx, changed: OfNote & Pick<NoteContent, 'promise'>): Promise<void> {
  const { customerId, noteId } = changed;
  const kept = await trx
    .selectFrom('promises')
    .select('promise_id')
    .where('customer_id', '=', customerId)
    .where('note_id', '=', noteId)
    .where('state', '=', 'kept')
    .executeTakeFirst();
  if (kept) return;
  await trx
    .deleteFrom('promises')
    .where('customer_id', '=', customerId)
    .where('note_id', '=', noteId)
    .execute();
  await insertPromise(trx, changed);
}

/** Two offers under one id would be stored, and counted, as one. */
function toldApart(offers: readonly Offer[]): Offer[] {
  const seen = new Set<string>();
  return offers.map((offer, i) => {
    const id = seen.has(offer.id) ? `${offer.id} ${i}` : offer.id;
    seen.add(offer.id);
    return { ...offer, id };
  });
}

/** What the note offered; an offer of it that is there already stays as it is. */
export async function insertOffers(
  trx: Trx,
  { offers, ...note }: OffersOfNote,
  before: Counted = new Map(),
): Promise<void> {
  if (offers.length === 0) return;
  const flagged = await flagOffers(
    trx,
    await readStoredPlaybook(trx),
    { ...note, before },
    toldApart(offers),
  );
  await rememberGiver(trx, note, flagged);
  await trx
    .insertInto('offers')
    .values(
      flagged.map(({ offer, flag, countedAt }) => ({
        customer_id: note.customerId,
        offer_id: offer.id,
        note_id: note.noteId,
        action_code: offer.actionCode,
        amount_minor: offer.amountMinor,
        state: offer.state,
        reference: offer.reference,
        task_owner: offer.taskOwner,
        at: within(note.at, offer.at),
        counted_at: countedAt,
        flag,
        approval_id: offer.approvalId,
      })),
    )
    .onConflict((c) => c.columns(['customer_id', 'note_id', 'offer_id']).doNothing())
    .execute();
}

/** The offers of an edited note, as it says now. What was done stays as it was: see `keepDoneOffers`. */
export async function changeOffers(trx: Trx, changed: OffersOfNote): Promise<void> {
  const before = await readCounted(trx, changed);
  await trx
    .deleteFrom('offers')
    .where('customer_id', '=', changed.customerId)
    .where('note_id', '=', changed.noteId)
    .where('state', '!=', 'done')
    .execute();
  await insertOffers(trx, changed, before);
}
