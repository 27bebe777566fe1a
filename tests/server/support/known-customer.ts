import type { Kysely } from 'kysely';
import type { Identifier } from '@/lib/domain/identifier';
import type { Database } from '@/server/db/schema';
import { addCustomer } from './add-customer';
import type { TestStore } from './test-store';

/** The number of a customer's card. */
export async function cardNumberOf(db: Kysely<Database>, customerId: string): Promise<number> {
  const { number } = await db
    .selectFrom('card_numbers')
    .select('number')
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  return number;
}

/**
 * Somebody with the address known@example.org, whose card is published.
 * @param shared what somebody else has, too
 */
export async function addKnownCustomer(
  { server }: TestStore,
  ...shared: Identifier[]
): Promise<{ customerId: string; cardNumber: number }> {
  const identifiers: Identifier[] = [{ kind: 'email', value: 'known@example.org' }, ...shared];
  const customerId = await addCustomer(server.db, { identifiers });
  if (shared.length > 0) await addCustomer(server.db, { identifiers: shared });
  await server.rescore();
  return { customerId, cardNumber: await cardNumberOf(server.db, customerId) };
}
