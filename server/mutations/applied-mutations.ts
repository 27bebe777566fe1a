import type { Transaction } from 'kysely';
import type { Database } from '@/server/db/schema';

/** What became of a mutation that is not rejected. */
export type Applied = 'applied' | 'duplicate';

/**
 * Was this very mutation applied before? Then whatever became of its note since is none of its business.
 * @returns null when it wasn't; `importedDigest` of what a file said, where it came in one
 */
export async function readApplied(
  trx: Transaction<Database>,
  customerId: string,
  mutationId: string,
): Promise<{ importedDigest: string | null } | null> {
  const row = await trx
    .selectFrom('applied_mutations')
    .select('imported_digest')
    .where('customer_id', '=', customerId)
    .where('mutation_id', '=', mutationId)
    .executeTakeFirst();
  return row ? { importedDigest: row.imported_digest } : null;
}

type Recorded = { customerId: string; mutationId: string; at: Date; importedDigest: string | null };

/** Call it in the transaction that applies the mutation: then either both are there or neither. */
export async function recordApplied(
  trx: Transaction<Database>,
  { customerId, mutationId, at, importedDigest }: Recorded,
): Promise<void> {
  await trx
    .insertInto('applied_mutations')
    .values({
      customer_id: customerId,
      mutation_id: mutationId,
      applied_at: at,
      imported_digest: importedDigest,
    })
    .execute();
}
