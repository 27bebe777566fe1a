import { type Kysely, sql } from 'kysely';

/**
 * Frozen: never edited again, imports nothing of ours. Whom an administrator took out of the store, by hashes of their
 * address and of the accounts that they came by: a company's sign-in that makes reps of newcomers must not bring them back.
 */
const statements = [
  `create table removed_people (
    email_hash text primary key,
    account_hashes text[] not null,
    at timestamptz not null
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
