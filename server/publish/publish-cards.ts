import { type Kysely, sql } from 'kysely';
import type { Clock } from '@/lib/platform/clock';
import type { BookKeys } from '@/lib/protocol/book-keys';
import type { Database } from '@/server/db/schema';
import { assemblePages } from './assemble-pages';
import { bookKeysOf, hashOf } from './book-keys-of';
import { readDigests, writeDigests } from './digests';
import { giveVersions, type NumberedChange } from './give-versions';
import type { HashIdentifier } from './hash-identifier';
import { clearMarks, readMarks } from './marks';
import { readBookHead, readLastPage, writePages } from './pages';
import { readBatch } from './read-batch';
import { writeChanges } from './write-changes';

/*
 * One publisher at a time gives every change its version:
 *
 *   mutation ──┐ commit: rows + dirty mark
 *   mutation ──┼──────> [lock] read dirty, build, compare, version + 1 …, pages [commit, unlock] ──> readers by cursor
 *   import   ──┘
 *
 * A sequence would be taken in one order and committed in another, and a reader could step over a change that comes
 * later. Here a version belongs to a change that is already committed, and versions become visible in their order,
 * since the next publisher waits for the lock until this one has committed. Cards, keys, digests and pages are written
 * in that same transaction: a publisher that is killed leaves all of it or nothing.
 */

/** Any number, the same for all: the name of the publisher's lock. */
export const PUBLISHER_LOCK = 4_733_301;

/** `clock` is the business's. */
export type PublishDeps = {
  db: Kysely<Database>;
  clock: Clock;
  /** for tests: how an identifier becomes a key */
  hash?: HashIdentifier;
};

/** Until the transaction is over, nobody else publishes. */
export async function lockPublisher(trx: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${PUBLISHER_LOCK}::bigint)`.execute(trx);
}

async function appendPages(trx: Kysely<Database>, keys: BookKeys, changes: readonly NumberedChange[]) {
  const state = await readBookHead(trx);
  const digests = await readDigests(trx, changes);
  const pages = assemblePages(await readLastPage(trx, keys, state), changes, digests);
  await writePages(trx, keys, pages);
  await writeDigests(trx, digests);
  return pages.at(-1)?.page.customers ?? state.customers;
}

/** @returns how many keys were refused of a batch */
async function publishSome({ db, clock, hash }: PublishDeps): Promise<number> {
  const now = clock.now();
  const keys = await bookKeysOf(db);
  return db.transaction().execute(async (trx) => {
    await lockPublisher(trx);
    const marks = await readMarks(trx);
    if (marks.length === 0) return 0;
    const batch = await readBatch(
      trx,
      marks.map((m) => m.customer_id),
      { now, hash: hash ?? (await hashOf(trx)) },
    );
    const { last_version, last_number } = await readBookHead(trx);
    const counters = { last_version, last_number };
    const changes = giveVersions(batch, counters);
    await writeChanges(trx, batch, changes);
    if (changes.length > 0) {
      const customers = await appendPages(trx, keys, changes);
      await trx
        .updateTable('publisher_state')
        .set({ ...counters, customers })
        .where('id', '=', 1)
        .execute();
    }
    await clearMarks(trx, marks);
    return [...batch.keys.values()].reduce((sum, k) => sum + k.refused.length, 0);
  });
}

/**
 * Publishes until no customer is dirty. Any number of processes may call it at once.
 * @returns how many keys were refused, see `choose-keys.ts`
 */
export async function publishCards(deps: PublishDeps): Promise<{ refused: number }> {
  let refused = 0;
  for (;;) {
    const isAnyDirty = await deps.db
      .selectFrom('dirty_customers')
      .select('customer_id')
      .limit(1)
      .executeTakeFirst();
    if (!isAnyDirty) return { refused };
    refused += await publishSome(deps);
  }
}
