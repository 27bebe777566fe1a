import { type Kysely, sql } from 'kysely';

/** Frozen: never edited again, imports nothing of ours. `handovers` is a customer table, `handover_owners` a lookup. */
const statements = [
  `create table handovers (
    customer_id text not null references customers (customer_id) on delete cascade,
    handover_id text not null,
    given_by text not null,
    to_team text,
    to_user text,
    ask text not null,
    on_line boolean not null,
    direction text not null,
    content jsonb not null,
    customer_ref jsonb not null,
    moves jsonb not null,
    started_at timestamptz not null,
    given_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null,
    taken_by text,
    taken_at timestamptz,
    primary key (customer_id, handover_id)
  )`,
  `create table handover_owners (
    handover_id text not null primary key,
    customer_id text not null,
    given_by text not null,
    open boolean not null
  )`,
  'create index open_handovers_by_giver on handover_owners (given_by) where open',
  'alter table notes add column begun_by text',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
