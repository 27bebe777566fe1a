import type { Kysely, Transaction } from 'kysely';
import type { Offer } from '@/lib/domain/note';
import { givenToday } from '@/lib/domain/offer-room';
import { daysBefore } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { within } from '@/server/mutations/plausible-time';
import { readOrganisationRules } from '@/server/organisation-rules';

/** A day, wherever it begins. */
const DAYS = 2;

type OfNote = { customerId: string; givenBy: string; at: Date };

/** Writes down who made these offers; what is older than anyone asks about is forgotten. */
export async function rememberGiver(
  trx: Transaction<Database>,
  { customerId, givenBy, at }: OfNote,
  offers: readonly Offer[],
): Promise<void> {
  await trx
    .deleteFrom('offer_givers')
    .where('given_by', '=', givenBy)
    .where('at', '<', daysBefore(at, DAYS))
    .execute();
  await trx
    .insertInto('offer_givers')
    .values(
      offers.map((offer) => ({
        ...{ offer_id: offer.id, customer_id: customerId, given_by: givenBy, at: within(at, offer.at) },
      })),
    )
    .onConflict((c) => c.column('offer_id').doNothing())
    .execute();
}

type Asked = { userId: string; now: Date; exceptNote?: string };

/** What a rep gave by their own leave on the organisation's day, in all notes but this one. */
export async function readGivenToday(
  db: Kysely<Database>,
  { userId, now, exceptNote = '' }: Asked,
): Promise<number> {
  const given = await db
    .selectFrom('offer_givers')
    .select(['offer_id', 'customer_id'])
    .where('given_by', '=', userId)
    .where('at', '>', daysBefore(now, DAYS))
    .execute();
  if (given.length === 0) return 0;
  const rows = await db
    .selectFrom('offers')
    .select(['amount_minor as amountMinor', 'state', 'at', 'approval_id as approvalId'])
    .where('customer_id', 'in', [...new Set(given.map((g) => g.customer_id))])
    .where(
      'offer_id',
      'in',
      given.map((g) => g.offer_id),
    )
    .where('note_id', '!=', exceptNote)
    .execute();
  const { calendar } = await readOrganisationRules(db);
  return givenToday(
    calendar.zone,
    rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    now,
  );
}
