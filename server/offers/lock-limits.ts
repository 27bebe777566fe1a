import { sql, type Transaction } from 'kysely';
import type { Database } from '@/server/db/schema';

/**
 * Notes that arrive together would each find the room that only one of them may have: of one rep, and about one customer,
 * the second waits here until the first is stored, and counts it. Always the rep first, then the customer: whoever holds
 * a customer waits for nobody's rep, so that no two wait for each other.
 */
export async function lockLimits(
  trx: Transaction<Database>,
  { givenBy, customerId }: { givenBy: string; customerId: string },
): Promise<void> {
  for (const whose of [`offers by ${givenBy}`, `offers to ${customerId}`])
    await sql`select pg_advisory_xact_lock(hashtextextended(${whose}, 0))`.execute(trx);
}
