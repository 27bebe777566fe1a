import { type Kysely, sql } from 'kysely';
import type { Database } from '@/server/db/schema';

/** Any number, the same for all: the name of the snapshot builder's lock. */
const BUILDER_LOCK = 4_733_302;

/**
 * Runs work unless another process of this store does the same now: two that build and forget at once could name a pack
 * that the other has just removed. The lock is the connection's, which is held meanwhile; the work uses others.
 * @param kind the embedded database has one connection and one process, and needs no lock
 * @returns null where another does it
 */
export async function asOneBuilder<T>(
  { db, kind }: { db: Kysely<Database>; kind: 'postgres' | 'pglite' },
  work: () => Promise<T>,
): Promise<T | null> {
  if (kind === 'pglite') return work();
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_lock(${BUILDER_LOCK}::bigint) as mine
    `.execute(connection);
    if (!rows[0]?.mine) return null;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${BUILDER_LOCK}::bigint)`.execute(connection);
    }
  });
}
