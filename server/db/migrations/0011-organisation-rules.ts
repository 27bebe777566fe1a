import { type Kysely, sql } from 'kysely';

/** Frozen: never edited again, imports nothing of ours. What isn't said there is what the extension starts with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table organisation add column rules jsonb not null default '{}'`.execute(db);
}
