import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. How much of a thing came from somebody in a span of time, one row for
 * each: whom outreach offered them was counted so before, and now customers that notes make, signals and doubts are.
 */
const statements = [
  `create table pace (
    user_id text not null,
    what text not null,
    since timestamptz not null,
    made integer not null,
    primary key (user_id, what)
  )`,
  `insert into pace (user_id, what, since, made)
    select user_id, 'outreach', since, offered from outreach_pace`,
  `drop table outreach_pace`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
