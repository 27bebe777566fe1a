import type { Transaction } from 'kysely';
import type { Offer } from '@/lib/domain/note';
import { givenMinor } from '@/lib/domain/offer-room';
import { DAY } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { countedOffers } from './counted-offers';

/**
 * How long before its arrival an offer may say that it was made, for limits to go by what it says: a weekend without a
 * network. Notes that were written then are no offence, and each of those days has its own limit, which they fill. A clock
 * that was set back further wins nothing: the day of the arrival counts.
 */
const LONGEST_TRUSTED = 3 * DAY;

/** The moment that limits count an offer at. Only the store's own clock decides how far the client's is believed. */
export function countedAt(arrival: Date, { at }: Pick<Offer, 'at'>): Date {
  const said = Date.parse(at);
  const isTrusted = said <= arrival.getTime() && said >= arrival.getTime() - LONGEST_TRUSTED;
  return isTrusted ? new Date(said) : arrival;
}

type OfNote = { customerId: string; noteId: string; at: Date };
/** By an offer's id, what of the note is counted already. */
export type Counted = ReadonlyMap<string, { givenMinor: number; at: Date }>;

/** To be read before an edit takes the note's offers away. */
export async function readCounted(
  trx: Transaction<Database>,
  { customerId, noteId }: Omit<OfNote, 'at'>,
): Promise<Counted> {
  const rows = await countedOffers(trx)
    .select(['offer_id', 'counted_at'])
    .where('offers.customer_id', '=', customerId)
    .where('offers.note_id', '=', noteId)
    .execute();
  return new Map(rows.map((row) => [row.offer_id, { givenMinor: givenMinor([row]), at: row.counted_at }]));
}

/** An edit that gives no more than before counts when it did; one that gives more counts now, whatever it says. */
export function countedAgain(before: Counted, arrival: Date, offer: Offer): Date {
  const known = before.get(offer.id);
  if (known && givenMinor([offer]) <= known.givenMinor) return known.at;
  return known ? arrival : countedAt(arrival, offer);
}
