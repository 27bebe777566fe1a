import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours.
 *
 * Three kinds of table, so that they can be spread over machines later. *Customer tables* have `customer_id` first in
 * every key and index, and are joined on it. *Reference tables* are small lists, the same everywhere. *Lookups* hold
 * what must be unique across customers. *Local tables* belong to the one publisher.
 */
const statements = [
  // reference tables
  `create table organisation (
    id integer primary key,
    name text not null,
    default_region text not null,
    currency text not null,
    generated boolean not null,
    at_risk_share double precision not null,
    risk_thresholds jsonb,
    lookup_key text not null
  )`,
  `create table reasons (
    code text primary key,
    category text not null,
    label text not null,
    contact_reason boolean not null,
    position integer not null
  )`,
  `create table playbooks (
    playbook_id text not null,
    version integer not null,
    content jsonb not null,
    primary key (playbook_id, version)
  )`,

  // customer tables
  `create table customers (
    customer_id text not null primary key,
    name text not null,
    tier text,
    since date,
    contract text,
    monthly_value_minor bigint,
    status text not null,
    support_needed boolean not null,
    do_not_contact boolean not null,
    generated boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create table identifiers (
    customer_id text not null references customers (customer_id) on delete cascade,
    kind text not null,
    system text not null,
    record_type text not null,
    value text not null,
    shown text not null,
    primary key (customer_id, kind, system, record_type, value)
  )`,
  `create table responses (
    customer_id text not null references customers (customer_id) on delete cascade,
    response_id text not null,
    source_id text not null,
    score integer,
    verbatim text not null,
    answered_at timestamptz not null,
    kind text not null,
    mode text not null,
    confidentiality text not null,
    about text,
    generated boolean not null,
    primary key (customer_id, response_id),
    unique (customer_id, source_id)
  )`,
  `create table notes (
    customer_id text not null references customers (customer_id) on delete cascade,
    note_id text not null,
    author_id text not null,
    content jsonb not null,
    customer_ref jsonb not null,
    moves jsonb not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    received_at timestamptz not null,
    generated boolean not null,
    primary key (customer_id, note_id)
  )`,
  `create index notes_by_time on notes (customer_id, started_at)`,
  `create table promises (
    customer_id text not null references customers (customer_id) on delete cascade,
    promise_id text not null,
    note_id text,
    what text not null,
    due_on date not null,
    by text not null,
    state text not null,
    primary key (customer_id, promise_id)
  )`,
  `create table offers (
    customer_id text not null references customers (customer_id) on delete cascade,
    offer_id text not null,
    note_id text not null,
    action_code text not null,
    amount_minor bigint,
    state text not null,
    reference text not null,
    task_owner text not null,
    at timestamptz not null,
    primary key (customer_id, offer_id)
  )`,
  `create table cases (
    customer_id text not null references customers (customer_id) on delete cascade,
    case_id text not null,
    opened_at timestamptz not null,
    due_at timestamptz not null,
    closed_at timestamptz,
    primary key (customer_id, case_id)
  )`,
  `create table applied_mutations (
    customer_id text not null references customers (customer_id) on delete cascade,
    mutation_id text not null,
    applied_at timestamptz not null,
    primary key (customer_id, mutation_id)
  )`,
  // no foreign key: a removed customer is dirty too
  `create table dirty_customers (
    customer_id text not null primary key,
    mark text not null,
    marked_at timestamptz not null
  )`,
  `create table cards (
    customer_id text not null primary key,
    number bigint not null,
    version bigint not null,
    card jsonb not null,
    keys jsonb not null
  )`,

  // lookups across customers
  `create table identifier_owners (
    lookup text not null,
    customer_id text not null,
    is_external_id boolean not null,
    primary key (lookup, customer_id)
  )`,
  `create unique index external_id_has_one_owner on identifier_owners (lookup) where is_external_id`,
  `create table card_numbers (
    number bigint not null primary key,
    customer_id text not null
  )`,
  `create table note_owners (
    note_id text not null primary key,
    customer_id text not null
  )`,

  // local tables of the publisher
  `create table publisher_state (
    id integer primary key,
    last_version bigint not null,
    last_number bigint not null,
    rescored_at timestamptz
  )`,
  `insert into publisher_state (id, last_version, last_number) values (1, 0, 0)`,
  `create table card_changes (
    version bigint not null primary key,
    number bigint not null unique,
    customer_id text not null,
    removed boolean not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
