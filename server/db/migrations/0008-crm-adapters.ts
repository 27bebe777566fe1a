import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. How the extension reads CRMs, beside what it knows itself; a small
 * list, read with every session. A row without content only switches off what the extension knows itself.
 */
const statements = [
  `create table crm_adapters (
    adapter_id text not null primary key,
    content jsonb,
    off boolean not null,
    changed_by text not null,
    changed_at timestamptz not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
