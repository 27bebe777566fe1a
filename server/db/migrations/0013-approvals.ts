import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. `approvals` is a customer table. `approval_owners` and
 * `offer_givers` are lookups across customers, like `note_owners`: in the one what may still wait is found by its time, in
 * the other what a rep gave lately.
 */
const statements = [
  'alter table offers add column approval_id text',
  `create table approvals (
    customer_id text not null references customers (customer_id) on delete cascade,
    approval_id text not null,
    note_id text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    action_code text not null,
    amount_minor bigint not null,
    why text not null,
    people jsonb not null,
    turn_seconds integer not null,
    expires_at timestamptz not null,
    state text not null,
    answered_by text,
    answered_at timestamptz,
    answer text not null,
    primary key (customer_id, approval_id)
  )`,
  `create table approval_owners (
    approval_id text not null primary key,
    customer_id text not null,
    expires_at timestamptz not null
  )`,
  'create index approval_owners_by_time on approval_owners (expires_at)',
  `create table offer_givers (
    offer_id text not null primary key,
    customer_id text not null,
    given_by text not null,
    at timestamptz not null
  )`,
  'create index offer_givers_by_time on offer_givers (given_by, at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
