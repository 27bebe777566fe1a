import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. Null where a note was sent by its author's own computer. The
 * digest tells that the same words come again, also when the stored note was edited since.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notes add column imported_by text`.execute(db);
  await sql`alter table notes add column claimed_author text`.execute(db);
  await sql`alter table applied_mutations add column imported_digest text`.execute(db);
}
