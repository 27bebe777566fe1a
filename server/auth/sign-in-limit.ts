import { type Kysely, sql } from 'kysely';
import { MINUTE } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { hashToken } from './hash-token';

/**
 * Attempts per account, not per address of the network: a whole call center stands behind one address, and signs in
 * at nine.
 */
const MOST_ATTEMPTS = 10;
const WINDOW_MS = 5 * MINUTE;

function accountKey(email: string): string {
  return hashToken(email.trim().toLowerCase());
}

/**
 * Counts an attempt to sign in.
 * @param at real time
 * @returns seconds to wait, or null when the attempt may go on
 */
export async function countSignInAttempt(
  db: Kysely<Database>,
  email: string,
  at: Date,
): Promise<number | null> {
  const windowStart = new Date(at.getTime() - WINDOW_MS);
  const stale = sql<boolean>`sign_in_attempts.since <= ${windowStart}::timestamptz`;
  const row = await db
    .insertInto('sign_in_attempts')
    .values({ account: accountKey(email), attempts: 1, since: at })
    .onConflict((c) =>
      c.column('account').doUpdateSet({
        attempts: sql<number>`case when ${stale} then 1 else sign_in_attempts.attempts + 1 end`,
        since: sql<Date>`case when ${stale} then excluded.since else sign_in_attempts.since end`,
      }),
    )
    .returning(['attempts', 'since'])
    .executeTakeFirstOrThrow();
  if (row.attempts <= MOST_ATTEMPTS) return null;
  return Math.max(1, Math.ceil((row.since.getTime() + WINDOW_MS - at.getTime()) / 1000));
}

/** A right password wipes the slate. */
export async function forgetSignInAttempts(db: Kysely<Database>, email: string): Promise<void> {
  await db.deleteFrom('sign_in_attempts').where('account', '=', accountKey(email)).execute();
}
