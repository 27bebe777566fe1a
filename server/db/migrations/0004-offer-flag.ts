import { type Kysely, sql } from 'kysely';

/** Frozen: never edited again, imports nothing of ours. Null where an offer needs no second look. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table offers add column flag text`.execute(db);
}
