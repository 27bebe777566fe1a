import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql, type Transaction } from 'kysely';
import { defaultThresholds, type RiskThresholds } from '@/lib/domain/risk';
import type { Clock } from '@/lib/platform/clock';
import { importLookupKey, lookupKey } from '@/lib/protocol/lookup-key';
import { buildCard, type CardContent } from './cards/build-card';
import { type CustomerFacts, loadCustomers } from './cards/load-customers';
import type { Database } from './db/schema';

/*
 * One publisher at a time gives every change its version:
 *
 *   mutation ──┐ commit: rows + dirty mark
 *   mutation ──┼──────────────> [lock] read dirty, build, compare, version + 1 … [commit, unlock] ──> readers by cursor
 *   import   ──┘
 *
 * A sequence would be taken in one order and committed in another, and a reader could step over a change that comes
 * later. Here a version belongs to a change that is already committed, and versions become visible in their order,
 * since the next publisher waits for the lock until this one has committed.
 */

/** Any number, the same for all: the name of the publisher's lock. */
const PUBLISHER_LOCK = 4_733_301;
const CUSTOMERS_PER_TRANSACTION = 500;
const MOST_KEYS = 200;

type Trx = Transaction<Database>;
type Known = { number: number; card: CardContent; keys: string[] };
type Built = { customerId: string; content: CardContent; keys: string[] };
type Change = { customerId: string; number: number; version: number; built: Built | null };

async function readOrganisation(db: Kysely<Database>) {
  return db
    .selectFrom('organisation')
    .select(['lookup_key', 'risk_thresholds'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
}

async function readKnown(trx: Trx, ids: readonly string[]): Promise<Map<string, Known>> {
  const rows = await trx
    .selectFrom('cards')
    .select(['customer_id', 'number', 'card', 'keys'])
    .where('customer_id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ customer_id, number, keys, card: { number: _n, version: _v, ...card } }) => [
      customer_id,
      { number, card, keys },
    ]),
  );
}

/** When the points were worked out is no change by itself: else every re-scoring would send the whole book again. */
function looksTheSame(built: Built, known: Known): boolean {
  const content = { ...built.content, risk: { ...built.content.risk, at: known.card.risk.at } };
  return isDeepStrictEqual(content, known.card) && isDeepStrictEqual(built.keys, known.keys);
}

async function keysOf(key: CryptoKey, facts: CustomerFacts): Promise<string[]> {
  const keys = await Promise.all(facts.identifiers.slice(0, MOST_KEYS).map((id) => lookupKey(key, id)));
  return keys.sort();
}

async function buildAll(trx: Trx, ids: readonly string[], now: Date): Promise<Map<string, Built>> {
  const { lookup_key, risk_thresholds } = await readOrganisation(trx);
  const thresholds: RiskThresholds = risk_thresholds ?? defaultThresholds;
  const key = await importLookupKey(lookup_key);
  const built = new Map<string, Built>();
  for (const facts of await loadCustomers(trx, ids, now)) {
    const content = buildCard(facts, thresholds, now);
    built.set(facts.customerId, { customerId: facts.customerId, content, keys: await keysOf(key, facts) });
  }
  return built;
}

/** Versions and, for cards seen first, numbers. Both only ever go up. */
async function numberChanges(trx: Trx, ids: readonly string[], now: Date): Promise<Change[]> {
  const known = await readKnown(trx, ids);
  const built = await buildAll(trx, ids, now);
  const state = await trx
    .selectFrom('publisher_state')
    .select(['last_version', 'last_number'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  let { last_version: version, last_number: number } = state;
  const changes: Change[] = [];
  for (const customerId of ids) {
    const before = known.get(customerId);
    const after = built.get(customerId) ?? null;
    if (!before && !after) continue;
    if (before && after && looksTheSame(after, before)) continue;
    version += 1;
    if (!before) number += 1;
    changes.push({ customerId, number: before?.number ?? number, version, built: after });
  }
  if (changes.length > 0) {
    await trx
      .updateTable('publisher_state')
      .set({ last_version: version, last_number: number })
      .where('id', '=', 1)
      .execute();
  }
  return changes;
}

async function writeCards(trx: Trx, changes: readonly Change[]): Promise<void> {
  const gone = changes.filter((c) => c.built === null).map((c) => c.customerId);
  if (gone.length > 0) await trx.deleteFrom('cards').where('customer_id', 'in', gone).execute();
  const rows = changes.flatMap(({ customerId, number, version, built }) =>
    built
      ? [
          {
            customer_id: customerId,
            number,
            version,
            card: JSON.stringify({ number, version, ...built.content }),
            keys: JSON.stringify(built.keys),
          },
        ]
      : [],
  );
  if (rows.length === 0) return;
  await trx
    .insertInto('cards')
    .values(rows)
    .onConflict((c) =>
      c.column('customer_id').doUpdateSet({
        version: (eb) => eb.ref('excluded.version'),
        card: (eb) => eb.ref('excluded.card'),
        keys: (eb) => eb.ref('excluded.keys'),
      }),
    )
    .execute();
  await trx
    .insertInto('card_numbers')
    .values(rows.map(({ number, customer_id }) => ({ number, customer_id })))
    .onConflict((c) => c.column('number').doNothing())
    .execute();
}

/** A card's earlier change makes room for the new one, so the log is as long as the book, however often it changes. */
async function writeLog(trx: Trx, changes: readonly Change[]): Promise<void> {
  const numbers = changes.map((c) => c.number);
  await trx.deleteFrom('card_changes').where('number', 'in', numbers).execute();
  await trx
    .insertInto('card_changes')
    .values(
      changes.map(({ version, number, customerId, built }) => ({
        version,
        number,
        customer_id: customerId,
        removed: built === null,
      })),
    )
    .execute();
}

/** Takes away the marks that were read; one set again meanwhile has another mark and stays. */
async function clearMarks(trx: Trx, dirty: readonly { customer_id: string; mark: string }[]): Promise<void> {
  const marks = [...new Set(dirty.map((d) => d.mark))];
  await trx
    .deleteFrom('dirty_customers')
    .where(
      'customer_id',
      'in',
      dirty.map((d) => d.customer_id),
    )
    .where('mark', 'in', marks)
    .execute();
}

/** @returns how many dirty customers were seen; 0 when there is nothing to do */
async function publishSome(db: Kysely<Database>, now: Date): Promise<number> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${PUBLISHER_LOCK}::bigint)`.execute(trx);
    const dirty = await trx
      .selectFrom('dirty_customers')
      .select(['customer_id', 'mark'])
      .orderBy('marked_at')
      .orderBy('customer_id')
      .limit(CUSTOMERS_PER_TRANSACTION)
      .execute();
    if (dirty.length === 0) return 0;
    const ids = dirty.map((d) => d.customer_id);
    const changes = await numberChanges(trx, ids, now);
    if (changes.length > 0) {
      await writeCards(trx, changes);
      await writeLog(trx, changes);
    }
    await clearMarks(trx, dirty);
    return dirty.length;
  });
}

/** Publishes until no customer is dirty. Any number of processes may call it at once. */
export async function publishCards({ db, clock }: { db: Kysely<Database>; clock: Clock }): Promise<void> {
  const isAnyDirty = () => db.selectFrom('dirty_customers').select('customer_id').limit(1).executeTakeFirst();
  while (await isAnyDirty()) await publishSome(db, clock.now());
}
