import type { Transaction } from 'kysely';
import type { Database } from '@/server/db/schema';

/** What became of a mutation that is not rejected. */
export type Applied = 'applied' | 'duplicate';

/** Was this very mutation applied before? Then whatever became of its note since is none of its business. */
export async function isApplied(
  trx: Transaction<Database>,
  customerId: string,
  mutationId: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('applied_mutations')
    .select('mutation_id')
    .where('customer_id', '=', customerId)
    .where('mutation_id', '=', mutationId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Call it in the transaction that applies the mutation: then either both are there or neither. */
export async function recordApplied(
  trx: Transaction<Database>,
  { customerId, mutationId, at }: { customerId: string; mutationId: string; at: Date },
): Promise<void> {
  await trx
    .insertInto('applied_mutations')
    .values({ customer_id: customerId, mutation_id: mutationId, applied_at: at })
    .execute();
}
