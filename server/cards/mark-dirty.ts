import type { Kysely } from 'kysely';
import { uuidv7 } from '@/lib/platform/ids';
import type { Database } from '@/server/db/schema';

const ROWS_PER_STATEMENT = 1000;

/**
 * Tells the publisher that these customers changed. Call it in the transaction that changes them: then either both
 * are there or neither.
 */
export async function markDirty(
  db: Kysely<Database>,
  customerIds: readonly string[],
  at: Date,
): Promise<void> {
  const unique = [...new Set(customerIds)];
  const mark = uuidv7(at);
  for (let start = 0; start < unique.length; start += ROWS_PER_STATEMENT) {
    const ids = unique.slice(start, start + ROWS_PER_STATEMENT);
    await db
      .insertInto('dirty_customers')
      .values(ids.map((customer_id) => ({ customer_id, mark, marked_at: at })))
      .onConflict((c) =>
        c.column('customer_id').doUpdateSet({
          mark: (eb) => eb.ref('excluded.mark'),
          marked_at: (eb) => eb.ref('excluded.marked_at'),
        }),
      )
      .execute();
  }
}
