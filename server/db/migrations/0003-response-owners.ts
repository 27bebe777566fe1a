import { type Kysely, sql } from 'kysely';

/** Frozen: never edited again, imports nothing of ours. A lookup across customers, like `note_owners`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table response_owners (
    source_id text not null primary key,
    customer_id text not null
  )`.execute(db);
}
