import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. Customers to be called in quiet hours: a customer table, one entry
 * waiting for each customer; and the hours in which they may be called.
 */
const statements = [
  `create table outreach (
    customer_id text not null references customers (customer_id) on delete cascade,
    outreach_id text not null,
    source text not null,
    created_at timestamptz not null,
    state text not null,
    attempts bigint not null,
    last_attempt_at timestamptz,
    ended_at timestamptz,
    not_before timestamptz not null,
    waits_for text,
    claimed_by text,
    claimed_until timestamptz,
    last_result_id text,
    primary key (customer_id, outreach_id)
  )`,
  `create unique index outreach_waiting on outreach (customer_id) where state = 'waiting'`,
  `create index outreach_due on outreach (not_before) where state = 'waiting'`,
  `alter table organisation add column calling_hours jsonb`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
