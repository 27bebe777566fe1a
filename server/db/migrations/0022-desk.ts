import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. Where each note stands on its way into the record, and all that was
 * done with it. Notes of before are in the record as they are, unreviewed: nobody is to look at years of them now.
 *
 * The two indexes by state are no keys and join nothing: they let the first page of any list be read in its order.
 */
const statements = [
  `alter table organisation add column sample_seed text not null
    default gen_random_uuid()::text || gen_random_uuid()::text`,
  `create table note_reviews (
    customer_id text not null references customers (customer_id) on delete cascade,
    note_id text not null,
    author_id text not null,
    version integer not null,
    arrived_at timestamptz not null,
    whys jsonb not null,
    rank smallint not null,
    state text not null,
    match text not null,
    draw double precision,
    share double precision,
    reviewed_by text,
    reviewed_at timestamptz,
    reviewed_version integer,
    exemplary boolean not null,
    asked_by text,
    asked_at timestamptz,
    question text,
    published_by text,
    published_at timestamptz,
    published_version integer,
    published_in text,
    unreviewed boolean not null,
    taken_at timestamptz,
    primary key (customer_id, note_id)
  )`,
  `create index desk_exceptions_first on note_reviews (state, rank, arrived_at, note_id)`,
  `create index desk_by_arrival on note_reviews (state, arrived_at, note_id)`,
  `create table note_review_events (
    customer_id text not null references customers (customer_id) on delete cascade,
    note_id text not null,
    event_id text not null,
    kind text not null,
    by_user text,
    at timestamptz not null,
    version integer not null,
    detail jsonb not null,
    primary key (customer_id, note_id, event_id)
  )`,
  `create index notes_by_words on notes using gin (to_tsvector('simple', content ->> 'summary'))`,
  `insert into note_reviews (customer_id, note_id, author_id, version, arrived_at, whys, rank, state, match,
      exemplary, published_at, published_version, unreviewed)
    select customer_id, note_id, author_id, version, received_at, '[]', 1, 'published', 'certain',
      false, now(), version, true
    from notes`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
