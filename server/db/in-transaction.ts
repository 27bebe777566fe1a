import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema';

/** What may be over on the next try: a deadlock, a restart, a lost connection, a row that somebody else made just now. */
const PASSING = new Set([
  ...['40P01', '40001', '57P01', '57P03', '08006', '08003', '23505'],
  ...['ECONNREFUSED', 'ECONNRESET'],
]);
const TRIES = 3;

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && PASSING.has(String(error.code));
}

/**
 * Runs `work` in a transaction, again if it failed for a passing reason. A transaction that failed may have been
 * committed all the same, so `work` must come to the same end when it is run twice.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === TRIES || !isPassing(error)) throw error;
      await sleep(50 * attempt);
    }
  }
}
