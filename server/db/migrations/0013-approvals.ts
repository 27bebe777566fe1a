import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. `approvals` is a customer table; `approval_owners` a lookup across
 * customers, like `note_owners`, in which those that may still wait are found by their time.
 */
const statements = [
  'alter table offers add column given_by text',
  'alter table offers add column approval_id text',
  // what one rep gave lately, whoever the customers were
  'create index offers_by_giver on offers (given_by, at)',
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
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
