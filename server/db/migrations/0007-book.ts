import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. Everything is published anew, as a book of its own: all customers
 * are dirty, and versions begin at 0. Card numbers stay as they were: a row `gone` in `published_cards` is a number that
 * stands for nobody now, and that its customer gets back.
 *
 * All but `dirty_customers` are local tables of the publisher.
 */
const statements = [
  `create table published_cards (
    number bigint not null primary key,
    customer_id text not null unique,
    version bigint not null,
    kind text not null,
    level text,
    scored_at timestamptz,
    body bytea not null,
    keys bytea not null
  )`,
  `create table published_keys (
    key bytea not null,
    number bigint not null,
    checked bigint not null,
    primary key (key, number)
  )`,
  `create table refused_keys (
    number bigint not null,
    key bytea not null,
    primary key (number, key)
  )`,
  `create table block_digests (
    kind text not null,
    n bigint not null,
    a bigint not null,
    b bigint not null,
    primary key (kind, n)
  )`,
  `create table delta_pages (
    page bigint not null primary key,
    is_full boolean not null,
    bytes bytea not null
  )`,
  `create table snapshots (
    snapshot_id text not null primary key,
    version bigint not null,
    built_at_version bigint not null,
    manifest jsonb not null,
    created_at timestamptz not null,
    superseded_at timestamptz
  )`,
  `alter table publisher_state add column book text`,
  `alter table publisher_state add column customers bigint not null default 0`,
  `update publisher_state set book = gen_random_uuid()::text, last_version = 0`,
  `alter table publisher_state alter column book set not null`,
  `insert into published_cards (number, customer_id, version, kind, body, keys)
    select number, customer_id, 0, 'gone', ''::bytea, ''::bytea from cards`,
  `drop table card_changes`,
  `drop table cards`,
  // the oldest marks are read first, a part of a long backlog at a time
  `create index dirty_by_time on dirty_customers (marked_at, customer_id)`,
  `insert into dirty_customers (customer_id, mark, marked_at)
    select customer_id, 'book', now() from customers
    on conflict (customer_id) do nothing`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
