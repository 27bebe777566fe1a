import { type Kysely, sql } from 'kysely';
import type { Database } from '@/server/db/schema';

/** Tables of rows that are a customer's and go with them. */
export const movedTables = [
  'identifiers',
  'responses',
  'notes',
  'note_versions',
  'note_reviews',
  'note_review_events',
  'promises',
  'offers',
  'approvals',
  'cases',
  'doubts',
  'applied_mutations',
  'handovers',
  'outreach',
] as const;

/** Whatever a table has by now, so that no column is left behind that came later. */
async function otherColumns(db: Kysely<Database>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and column_name <> 'customer_id'
  `.execute(db);
  return rows.map((row) => row.name);
}

/** Copies rows from one customer to another: which customer a row is of is never updated, since that is where it lies. */
export async function copyRows(
  db: Kysely<Database>,
  table: (typeof movedTables)[number],
  { from, into }: { from: string; into: string },
): Promise<void> {
  const columns = sql.join((await otherColumns(db, table)).map((name) => sql.ref(name)));
  await sql`
    insert into ${sql.table(table)} (customer_id, ${columns})
    select ${into}::text, ${columns} from ${sql.table(table)} where customer_id = ${from}
    on conflict do nothing
  `.execute(db);
}
