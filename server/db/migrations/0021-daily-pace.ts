import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. Signals and doubts are counted by the day as customers made by notes
 * are; what was counted of those stays counted.
 */
const statements = [
  `create table daily_pace (
    user_id text not null,
    what text not null,
    since timestamptz not null,
    made integer not null,
    primary key (user_id, what)
  )`,
  `insert into daily_pace (user_id, what, since, made)
    select user_id, 'newcomer', since, made from newcomer_pace`,
  `drop table newcomer_pace`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
