import { type Kysely, sql } from 'kysely';
import type { Database } from '@/server/db/schema';

/** Enough that a million don't take a thousand transactions, few enough that a note written meanwhile isn't held up. */
const OLDEST = 1500;
const NEWEST = 500;

/** That a customer is to be published anew. `mark` is another each time it is set. */
export type Mark = { customer_id: string; mark: string };

async function readEnd(db: Kysely<Database>, end: 'asc' | 'desc', limit: number): Promise<Mark[]> {
  return db
    .selectFrom('dirty_customers')
    .select(['customer_id', 'mark'])
    .orderBy('marked_at', end)
    .orderBy('customer_id', end)
    .limit(limit)
    .execute();
}

/**
 * Marks to work off: the oldest, and where there are many, the newest too, so that what a rep writes while a whole
 * organisation is published is not behind all of it.
 */
export async function readMarks(db: Kysely<Database>): Promise<Mark[]> {
  const oldest = await readEnd(db, 'asc', OLDEST);
  if (oldest.length < OLDEST) return oldest;
  const newest = await readEnd(db, 'desc', NEWEST);
  return [...new Map([...oldest, ...newest].map((mark) => [mark.customer_id, mark])).values()];
}

const anyOf = (texts: readonly string[]) => sql<string>`any(${[...new Set(texts)]}::text[])`;

/** Takes away the marks that were read; one set again meanwhile has another mark and stays. */
export async function clearMarks(db: Kysely<Database>, marks: readonly Mark[]): Promise<void> {
  await db
    .deleteFrom('dirty_customers')
    .where('customer_id', '=', anyOf(marks.map((m) => m.customer_id)))
    .where('mark', '=', anyOf(marks.map((m) => m.mark)))
    .execute();
}
