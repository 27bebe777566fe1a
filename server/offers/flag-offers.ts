import type { Transaction } from 'kysely';
import { approvalCovers } from '@/lib/domain/approval';
import type { Offer } from '@/lib/domain/note';
import { givenMinor, roomLeft } from '@/lib/domain/offer-room';
import type { Playbook } from '@/lib/domain/playbook';
import { daysBefore } from '@/lib/platform/clock';
import { stateOf } from '@/server/approvals/approval-row';
import type { Database, OfferFlag } from '@/server/db/schema';
import { readGivenToday } from './given-today';

type Trx = Transaction<Database>;
type OfNote = { customerId: string; noteId: string; givenBy: string; at: Date };
/** `approvalId` stands only where that approval covers the offer. */
export type Flagged = { offer: Offer; flag: OfferFlag };

/** What others and the rep gave this customer in other notes, within the days that count. */
async function readLately(trx: Trx, { customerDays }: Playbook, { customerId, noteId, at }: OfNote) {
  const rows = await trx
    .selectFrom('offers')
    .select(['amount_minor as amountMinor', 'state', 'approval_id as approvalId'])
    .where('customer_id', '=', customerId)
    .where('note_id', '!=', noteId)
    .where('at', '>', daysBefore(at, customerDays))
    .execute();
  return givenMinor(rows);
}

/** Each approval covers one offer, of the note that it was asked in. */
async function covered(
  trx: Trx,
  playbook: Playbook,
  note: OfNote,
  offers: readonly Offer[],
): Promise<Offer[]> {
  const ids = offers.flatMap((o) => o.approvalId ?? []);
  if (ids.length === 0) return [...offers];
  const rows = await trx
    .selectFrom('approvals')
    .selectAll()
    .where('customer_id', '=', note.customerId)
    .where('approval_id', 'in', ids)
    .where('note_id', '=', note.noteId)
    .where('asked_by', '=', note.givenBy)
    .execute();
  const left = new Map(rows.map((row) => [row.approval_id, row]));
  return offers.map((offer) => {
    const row = offer.approvalId === null ? undefined : left.get(offer.approvalId);
    const approved = row && {
      state: stateOf(row, note.at),
      actionCode: row.action_code,
      amountMinor: row.amount_minor,
    };
    if (!row || !approved || !approvalCovers(playbook, approved, offer))
      return { ...offer, approvalId: null };
    left.delete(row.approval_id);
    return offer;
  });
}

/** The words are kept whatever they say was given; what no rep may give is marked for somebody to look at. */
export async function flagOffers(
  trx: Trx,
  playbook: Playbook,
  note: OfNote,
  offers: readonly Offer[],
): Promise<Flagged[]> {
  const checked = await covered(trx, playbook, note, offers);
  const lately = await readLately(trx, playbook, note);
  const { givenBy: userId, at: now, noteId: exceptNote } = note;
  const today = await readGivenToday(trx, { userId, now, exceptNote });
  return checked.map((offer, i) => {
    const isKnown = playbook.actions.some((action) => action.code === offer.actionCode);
    const room = roomLeft(playbook, { offers: checked.slice(0, i), today, lately });
    const over = offer.approvalId === null && (offer.amountMinor ?? 0) > room.left;
    return { offer, flag: isKnown ? (over ? 'over-limit' : null) : 'unknown-action' };
  });
}
