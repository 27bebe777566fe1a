import { type Kysely, sql } from 'kysely';
import type { DoubtList } from '@/lib/protocol/doubt-list';
import type { Database } from './db/schema';
import { FORMER_USER } from './name-of-user';

const MOST = 200;

/** A customer who took in others has several numbers: the first is the one that their card goes by. */
async function numbersOf(db: Kysely<Database>, customerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('published_cards')
    .select(['customer_id', 'number'])
    .where('kind', '=', 'card')
    .where('customer_id', '=', sql<string>`any(${customerIds}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.customer_id, Number(row.number)]));
}

async function namesOf(db: Kysely<Database>, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${userIds}::text[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * What reps said looks wrong, newest first.
 * @param authors whose; null for everybody's
 */
export async function readDoubts(
  db: Kysely<Database>,
  authors: readonly string[] | null,
): Promise<DoubtList> {
  const rows = await db
    .selectFrom('doubts')
    .selectAll()
    .$if(authors !== null, (all) => all.where('author_id', '=', sql<string>`any(${authors}::text[])`))
    .orderBy('received_at', 'desc')
    .orderBy('doubt_id', 'desc')
    .limit(MOST)
    .execute();
  const numbers = await numbersOf(db, [...new Set(rows.map((row) => row.customer_id))]);
  const names = await namesOf(db, [...new Set(rows.map((row) => row.author_id))]);
  const doubts = rows.map((row) => ({
    id: row.doubt_id,
    cardNumber: Number(row.card_number),
    cardVersion: Number(row.card_version),
    leadsTo: numbers.get(row.customer_id) ?? Number(row.card_number),
    kind: row.kind,
    text: row.said,
    author: names.get(row.author_id) ?? FORMER_USER,
    at: row.at.toISOString(),
    receivedAt: row.received_at.toISOString(),
  }));
  return { doubts };
}
