import { type Kysely, sql } from 'kysely';
import type { CardContent } from '@/lib/domain/card';
import { defaultThresholds, levelFor } from '@/lib/domain/risk';
import { buildCard, riskOf } from '@/server/cards/build-card';
import { loadCustomers, loadIdentifiers } from '@/server/cards/load-customers';
import type { Database } from '@/server/db/schema';
import { type ChosenKeys, chooseKeys } from './choose-keys';
import type { HashIdentifier } from './hash-identifier';
import { type Published, readPublished } from './read-published';

/** What some customers are now, and what the book says of them. */
export type Batch = {
  /** in the order of their marks */
  ids: string[];
  published: Map<string, Published>;
  contents: Map<string, CardContent>;
  keys: Map<string, ChosenKeys>;
  /** whose a number is now, of customers who are no more */
  owners: Map<number, string>;
};

async function readContents(db: Kysely<Database>, ids: readonly string[], now: Date) {
  const { risk_thresholds } = await db
    .selectFrom('organisation')
    .select('risk_thresholds')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const facts = await loadCustomers(db, ids, now);
  return facts.map((f) => {
    const risk = riskOf(f, now);
    const level = levelFor(risk.points, risk.evidence, risk_thresholds ?? defaultThresholds);
    return [f.customerId, buildCard(f, { ...risk, level }, now)] as const;
  });
}

async function readOwners(db: Kysely<Database>, numbers: readonly number[]): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('card_numbers')
    .select(['number', 'customer_id'])
    .where('number', '=', sql<number>`any(${numbers}::bigint[])`)
    .execute();
  return new Map(rows.map((row) => [row.number, row.customer_id]));
}

/**
 * Reads all that a batch of changes is made of. Whoever was merged into another customer brings that one along, so that
 * there is a number to point on to.
 */
export async function readBatch(
  db: Kysely<Database>,
  dirty: readonly string[],
  { now, hash }: { now: Date; hash: HashIdentifier },
): Promise<Batch> {
  const published = await readPublished(db, dirty);
  const contents = new Map(await readContents(db, dirty, now));
  const orphans = dirty.flatMap((id) => (contents.has(id) ? [] : (published.get(id)?.number ?? [])));
  const owners = await readOwners(db, orphans);
  const survivors = [...new Set(owners.values())].filter((id) => !dirty.includes(id));
  if (survivors.length > 0) {
    for (const [id, known] of await readPublished(db, survivors)) published.set(id, known);
    for (const [id, content] of await readContents(db, survivors, now)) contents.set(id, content);
  }
  const ids = [...dirty, ...survivors];
  const identifiers = await loadIdentifiers(db, ids);
  const holders = ids
    .filter((id) => contents.has(id))
    .map(
      (id) => [id, { identifiers: identifiers.get(id) ?? [], has: published.get(id)?.keys ?? [] }] as const,
    );
  return { ids, published, contents, keys: await chooseKeys(db, new Map(holders), hash), owners };
}
