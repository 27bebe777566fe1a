import { type Kysely, sql } from 'kysely';

/** Frozen: never edited again, imports nothing of ours. Both null until somebody says whose numbers callers are asked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table organisation add column account_system text`.execute(db);
  await sql`alter table organisation add column account_record_type text`.execute(db);
}
