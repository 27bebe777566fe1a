import type { Transaction } from 'kysely';
import type { NoteContent, Offer } from '@/lib/domain/note';
import { offerRoom } from '@/lib/domain/offer-room';
import type { Playbook } from '@/lib/domain/playbook';
import { readPlaybook } from '@/server/db/read-playbook';
import type { Database, OfferFlag } from '@/server/db/schema';
import { within } from './plausible-time';

type Trx = Transaction<Database>;
type OfNote = { customerId: string; noteId: string };
type OffersOfNote = OfNote & { offers: readonly Offer[]; at: Date };

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

/** The words are kept whatever they say was given; what no rep may give is marked for somebody to look at. */
function flagOf(offer: Offer, before: readonly Offer[], playbook: Playbook): OfferFlag {
  if (!playbook.actions.some((action) => action.code === offer.actionCode)) return 'unknown-action';
  return (offer.amountMinor ?? 0) > offerRoom(playbook, before) ? 'over-limit' : null;
}

/** What the note offered; an offer that is there already stays as it is. */
export async function insertOffers(
  trx: Trx,
  { customerId, noteId, offers, at }: OffersOfNote,
): Promise<void> {
  if (offers.length === 0) return;
  const playbook = await readPlaybook(trx);
  await trx
    .insertInto('offers')
    .values(
      offers.map((offer, i) => ({
        customer_id: customerId,
        offer_id: offer.id,
        note_id: noteId,
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

/** The offers of an edited note, as it says now. What was done stays as it was: see `keepDoneOffers`. */
export async function changeOffers(
  trx: Trx,
  { customerId, noteId, offers, at }: OffersOfNote,
): Promise<void> {
  await trx
    .deleteFrom('offers')
    .where('customer_id', '=', customerId)
    .where('note_id', '=', noteId)
    .where('state', '!=', 'done')
    .execute();
  await insertOffers(trx, { customerId, noteId, offers, at });
}
