import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. How many customers somebody's notes made in a day: a note about
 * identifiers that nobody has makes one.
 */
const statement = `create table newcomer_pace (
  user_id text not null primary key,
  since timestamptz not null,
  made integer not null
)`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db);
}
