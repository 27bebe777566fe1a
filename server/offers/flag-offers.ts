import type { Transaction } from 'kysely';
import { approvalCovers } from '@/lib/domain/approval';
import type { Offer } from '@/lib/domain/note';
import { givenMinor, givenToday, roomLeft } from '@/lib/domain/offer-room';
import type { Playbook } from '@/lib/domain/playbook';
import { daysBefore } from '@/lib/platform/clock';
import { stateOf } from '@/server/approvals/approval-row';
import type { OfferFlag } from '@/server/db/offer-tables';
import type { StoredPlaybook } from '@/server/db/read-playbook';
import type { Database } from '@/server/db/schema';
import { readOrganisationRules } from '@/server/organisation-rules';
import { type Counted, countedAgain } from './counted-at';
import { countedOffers } from './counted-offers';
import { readGivenLately } from './given-today';
import { lockLimits } from './lock-limits';

type Trx = Transaction<Database>;
type OfNote = {
  customerId: string;
  noteId: string;
  givenBy: string;
  /** when it reached the store */
  at: Date;
  /** what an edit takes the place of */
  before: Counted;
};
/** An offer whose `approvalId` stands only where that approval covers it; `counted` keeps only one that was granted. */
type Checked = { offer: Offer; counted: Offer };
/** `approvalId` of the offer as in `Checked`. */
export type Flagged = { offer: Offer; flag: OfferFlag; countedAt: Date };

/** What others and the rep gave this customer in other notes, within the days that count. */
async function readLately(trx: Trx, { customerDays }: Playbook, { customerId, noteId, at }: OfNote) {
  const rows = await countedOffers(trx)
    .where('offers.customer_id', '=', customerId)
    .where('offers.note_id', '!=', noteId)
    .where('counted_at', '>', daysBefore(at, customerDays))
    .execute();
  return givenMinor(rows);
}

/** What approvals of the note were spent on already: of an edited one, what was done stays. */
async function readSpent(trx: Trx, { customerId, noteId }: OfNote): Promise<Map<string, string>> {
  const rows = await trx
    .selectFrom('offers')
    .select(['offer_id', 'approval_id'])
    .where('customer_id', '=', customerId)
    .where('note_id', '=', noteId)
    .where('approval_id', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.approval_id ?? '', row.offer_id]));
}

/** Each approval covers one offer, of the note that it was asked in. */
async function covered(
  trx: Trx,
  playbook: Playbook,
  note: OfNote,
  offers: readonly Offer[],
): Promise<Checked[]> {
  const ids = offers.flatMap((o) => o.approvalId ?? []);
  if (ids.length === 0) return offers.map((offer) => ({ offer, counted: offer }));
  const rows = await trx
    .selectFrom('approvals')
    .selectAll()
    .where('customer_id', '=', note.customerId)
    .where('approval_id', 'in', ids)
    .where('note_id', '=', note.noteId)
    .where('asked_by', '=', note.givenBy)
    .execute();
  const left = new Map(rows.map((row) => [row.approval_id, row]));
  const spent = await readSpent(trx, note);
  return offers.map((offer) => {
    const row = offer.approvalId === null ? undefined : left.get(offer.approvalId);
    const approved = row && {
      state: stateOf(row, note.at),
      actionCode: row.action_code,
      amountMinor: row.amount_minor,
    };
    const isFree = row && (spent.get(row.approval_id) ?? offer.id) === offer.id;
    const own = { ...offer, approvalId: null };
    if (!isFree || !approved || !approvalCovers(playbook, approved, offer))
      return { offer: own, counted: own };
    left.delete(row.approval_id);
    return { offer, counted: approved.state === 'granted' ? offer : own };
  });
}

/** The words are kept whatever they say was given; what no rep may give is marked for somebody to look at. */
export async function flagOffers(
  trx: Trx,
  { playbook, actionCodes }: StoredPlaybook,
  note: OfNote,
  offers: readonly Offer[],
): Promise<Flagged[]> {
  await lockLimits(trx, note);
  const checked = await covered(trx, playbook, note, offers);
  const lately = await readLately(trx, playbook, note);
  const given = await readGivenLately(trx, { userId: note.givenBy, now: note.at, exceptNote: note.noteId });
  const { calendar } = await readOrganisationRules(trx);
  return checked.map(({ offer, counted }, i) => {
    // One whose condition this store can't read is the organisation's own all the same.
    const isKnown = actionCodes.includes(offer.actionCode);
    const at = countedAgain(note.before, note.at, counted);
    const before = checked.slice(0, i);
    const here = { offers: before.map((c) => c.offer), counted: before.map((c) => c.counted) };
    const room = roomLeft(playbook, { ...here, today: givenToday(calendar.zone, given, at), lately });
    const over = offer.approvalId === null && (offer.amountMinor ?? 0) > room.left;
    return { offer, flag: isKnown ? (over ? 'over-limit' : null) : 'unknown-action', countedAt: at };
  });
}
