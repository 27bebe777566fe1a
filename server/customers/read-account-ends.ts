import type { Kysely } from 'kysely';
import { plainSpelling } from '@/lib/domain/plain-spelling';
import type { Database } from '@/server/db/schema';
import { accountEnd } from './account-end';

type Named = { number: number; name: string };
type End = { number: number; end: string };

/** Those whom their names don't tell apart; whoever has none is called like all others who have none. */
function calledAlike(all: readonly Named[]): number[] {
  const spelled = all.map(({ name }) => plainSpelling(name));
  return all
    .filter((_, i) => spelled.indexOf(spelled[i] ?? '') !== spelled.lastIndexOf(spelled[i] ?? ''))
    .map(({ number }) => number);
}

/**
 * How the account numbers of those among them end who are called like another of them, by card number: of nobody else does
 * a rep need to know. Without those who have none of the kind that the organisation says its callers are asked for, and
 * those who have several: nobody knows which of them a caller gives.
 */
export async function readAccountEnds(db: Kysely<Database>, named: readonly Named[]): Promise<End[]> {
  const numbers = calledAlike(named);
  if (numbers.length === 0) return [];
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
