import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. `doubts` is a customer table. Of answers that were there before,
 * nobody knows any more which of an account's contacts gave them.
 */
const statements = [
  `create table doubts (
    customer_id text not null references customers (customer_id) on delete cascade,
    doubt_id text not null,
    author_id text not null,
    card_number bigint not null,
    card_version bigint not null,
    kind text not null,
    said text not null,
    at timestamptz not null,
    received_at timestamptz not null,
    primary key (customer_id, doubt_id)
  )`,
  'alter table responses add column respondent text',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
