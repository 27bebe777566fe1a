import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';
import { accountEnd } from './account-end';

type End = { number: number; end: string };

/**
 * How their account numbers end, by card number; without those who have none of the kind that the organisation says its
 * callers are asked for, and those who have several: nobody knows which of them a caller gives.
 */
export async function readAccountEnds(db: Kysely<Database>, numbers: readonly number[]): Promise<End[]> {
  const { system, recordType } = await db
    .selectFrom('organisation')
    .select(['account_system as system', 'account_record_type as recordType'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  if (!system || !recordType) return [];
  const rows = await db
    .selectFrom('card_numbers')
    .innerJoin('identifiers', 'identifiers.customer_id', 'card_numbers.customer_id')
    .select(['card_numbers.number', 'identifiers.shown'])
    .where('card_numbers.number', 'in', numbers)
    .where('identifiers.kind', '=', 'externalId')
    .where('identifiers.system', '=', system)
    .where('identifiers.record_type', '=', recordType)
    .execute();
  return rows
    .filter(({ number }) => rows.filter((row) => row.number === number).length === 1)
    .map(({ number, shown }) => ({ number, end: accountEnd(shown) }))
    .filter(({ end }) => end !== '');
}
