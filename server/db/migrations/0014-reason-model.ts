import { type Kysely, sql } from 'kysely';

/** Frozen: never edited again, imports nothing of ours. What notes taught, and what was suggested while they were written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notes add column suggested jsonb`.execute(db);
  await sql`
    create table reason_models (
      id integer primary key check (id = 1),
      version text not null,
      learned_from integer not null,
      learned_at timestamptz not null,
      content jsonb not null
    )
  `.execute(db);
}
