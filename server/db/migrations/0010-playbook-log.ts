import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. How often what a playbook says was shown, by day; no rep, no client
 * and no customer. The batches are beside it, so that no row of counts leads to one, and are forgotten after a month.
 */
const statements = [
  `create table playbook_log (
    day date not null,
    playbook_version integer not null,
    kind text not null,
    item_id text not null,
    shown integer not null,
    eligible integer not null,
    primary key (day, playbook_version, kind, item_id)
  )`,
  `create table playbook_log_batches (
    batch_id uuid not null primary key,
    received_on date not null
  )`,
  `create index playbook_log_batches_received on playbook_log_batches (received_on)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
