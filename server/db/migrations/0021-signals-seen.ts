import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. A nameless signal is kept under an id that its giver's browser never
 * had; what id it came with lies apart, for as long as it may come again. Those that are there go through the daily move
 * once more, which gives them theirs.
 */
const statements = [
  `create table signals_seen (
    month text not null,
    signal_id text not null,
    primary key (month, signal_id)
  )`,
  `insert into signal_inbox (signal_id, team, kind, line, day)
    select signal_id, team, kind, line, day from signals where given_by is null`,
  `delete from signals where given_by is null`,
  `update signal_moves set day = '1970-01-01'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
