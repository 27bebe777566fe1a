import { type Kysely, sql } from 'kysely';

/** Frozen: never edited again, imports nothing of ours. `note_versions` is a customer table. */
const statements = [
  'alter table notes add column version integer not null default 1',
  'alter table notes add column edited_by text',
  'alter table notes add column edited_at timestamptz',
  `create table note_versions (
    customer_id text not null references customers (customer_id) on delete cascade,
    note_id text not null,
    version integer not null,
    content jsonb not null,
    written_by text not null,
    written_at timestamptz not null,
    primary key (customer_id, note_id, version)
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
