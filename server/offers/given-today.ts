import type { Kysely, Transaction } from 'kysely';
import { type DatedOffer, givenToday } from '@/lib/domain/offer-room';
import { daysBefore } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { readOrganisationRules } from '@/server/organisation-rules';
import { countedOffers } from './counted-offers';
import type { Flagged } from './flag-offers';

/** Today, wherever it begins, and the days before it that an offer can be counted on: see `counted-at.ts`. */
const DAYS = 5;

type OfNote = { customerId: string; noteId: string; givenBy: string; at: Date };

/** Writes down who made these offers; what is older than anyone asks about is forgotten. */
export async function rememberGiver(
  trx: Transaction<Database>,
  { customerId, noteId, givenBy, at }: OfNote,
  offers: readonly Pick<Flagged, 'offer' | 'countedAt'>[],
): Promise<void> {
  await trx
    .deleteFrom('offer_givers')
    .where('given_by', '=', givenBy)
    .where('at', '<', daysBefore(at, DAYS))
    .execute();
  const ofNote = { given_by: givenBy, customer_id: customerId, note_id: noteId };
  await trx
    .insertInto('offer_givers')
    .values(offers.map(({ offer, countedAt }) => ({ ...ofNote, offer_id: offer.id, at: countedAt })))
    .onConflict((c) =>
      c
        .columns(['given_by', 'customer_id', 'note_id', 'offer_id'])
        .doUpdateSet((eb) => ({ at: eb.ref('excluded.at') })),
    )
    .execute();
}

type Asked = { userId: string; now: Date; exceptNote?: string };

/**
 * What a rep gave in the days that are asked about, in all notes but this one. Told apart by customer, note and id: an id
 * alone is the client's to pick, and may be another's.
 */
export async function readGivenLately(
  db: Kysely<Database>,
  { userId, now, exceptNote = '' }: Asked,
): Promise<DatedOffer[]> {
  const given = await db
    .selectFrom('offer_givers')
    .select(['offer_id', 'customer_id', 'note_id'])
    .where('given_by', '=', userId)
    .where('at', '>', daysBefore(now, DAYS))
    .where('note_id', '!=', exceptNote)
    .execute();
  if (given.length === 0) return [];
  const rows = await countedOffers(db)
    .select(['offers.customer_id', 'offers.note_id', 'offer_id', 'counted_at'])
    .where('offers.customer_id', 'in', [...new Set(given.map((g) => g.customer_id))])
    .where('offers.note_id', 'in', [...new Set(given.map((g) => g.note_id))])
    .execute();
  const idOf = (row: (typeof given)[number]) => `${row.customer_id} ${row.note_id} ${row.offer_id}`;
  const theirs = new Set(given.map(idOf));
  return rows
    .filter((row) => theirs.has(idOf(row)))
    .map(({ counted_at, ...row }) => ({ ...row, at: counted_at.toISOString() }));
}

/** What a rep gave by their own leave on the organisation's day, in all notes but this one. */
export async function readGivenToday(db: Kysely<Database>, asked: Asked): Promise<number> {
  const { calendar } = await readOrganisationRules(db);
  return givenToday(calendar.zone, await readGivenLately(db, asked), asked.now);
}
