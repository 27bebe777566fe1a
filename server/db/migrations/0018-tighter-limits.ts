import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours.
 *
 * Signals without a name come into `signal_inbox` and are moved once a day, all at once and by their random ids, so that
 * the order in which `signals` was written says nothing; what lies in it by now is moved as well. A token's signals are
 * counted. Offers have the moment that limits count, and are told apart by the note that they are in. `approval_people` is
 * a lookup, like `approval_owners`: what waits for one person, found without looking at what waits for others.
 */
const statements = [
  `create table signal_inbox (
    signal_id text not null primary key,
    team text not null,
    kind text not null,
    line text not null,
    day date not null
  )`,
  `create table signal_moves (id integer not null primary key, day date not null)`,
  `insert into signal_moves (id, day) values (1, '1970-01-01')`,
  `insert into signal_inbox (signal_id, team, kind, line, day)
    select signal_id, team, kind, line, day from signals where given_by is null`,
  `delete from signals where given_by is null`,
  `alter table signal_givers add column given integer not null default 0`,
  `alter table signal_givers add column counted boolean not null default false`,

  `alter table offers add column counted_at timestamptz`,
  `update offers set counted_at = at`,
  `alter table offers alter column counted_at set not null`,
  `alter table offers drop constraint offers_pkey`,
  `alter table offers add primary key (customer_id, note_id, offer_id)`,

  `drop table offer_givers`,
  `create table offer_givers (
    given_by text not null,
    customer_id text not null,
    note_id text not null,
    offer_id text not null,
    at timestamptz not null,
    primary key (given_by, customer_id, note_id, offer_id)
  )`,
  `create index offer_givers_by_time on offer_givers (given_by, at)`,
  `insert into offer_givers (given_by, customer_id, note_id, offer_id, at)
    select n.author_id, o.customer_id, o.note_id, o.offer_id, o.counted_at
    from offers o join notes n on n.customer_id = o.customer_id and n.note_id = o.note_id
    where o.counted_at > now() - interval '7 days'`,

  `create table approval_people (
    user_id text not null,
    approval_id text not null,
    customer_id text not null,
    asked_from timestamptz not null,
    expires_at timestamptz not null,
    primary key (user_id, approval_id)
  )`,
  `insert into approval_people (user_id, approval_id, customer_id, asked_from, expires_at)
    select p.id, a.approval_id, a.customer_id,
      a.asked_at + (p.nth - 1) * a.turn_seconds * interval '1 second', a.expires_at
    from approvals a cross join lateral jsonb_array_elements_text(a.people) with ordinality as p (id, nth)
    where a.state = 'waiting' and a.expires_at > now()
    on conflict do nothing`,

  `alter table outreach add column last_result_by text`,
  `create table outreach_pace (
    user_id text not null primary key,
    since timestamptz not null,
    offered integer not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
