import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. What reps noticed outside a survey: small lists, about no customer.
 * A nameless one has no `given_by`, no moment and no position: its id is random, and only its day is kept.
 */
const statements = [
  `create table signals (
    signal_id text not null primary key,
    team text not null,
    kind text not null,
    line text not null,
    day date not null,
    given_by text
  )`,
  `create table signal_keys (
    team text not null,
    month text not null,
    private_key jsonb not null,
    primary key (team, month)
  )`,
  `create table signal_tokens (
    user_id text not null,
    month text not null,
    blinded_hash text not null,
    primary key (user_id, month)
  )`,
  `create table signal_givers (
    team text not null,
    month text not null,
    token_hash text not null,
    primary key (team, month, token_hash)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
