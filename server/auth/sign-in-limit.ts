import { type Kysely, sql } from 'kysely';
import { MINUTE, SECOND } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { hashToken } from './hash-token';

/**
 * An account is refused to one network address only: a stranger elsewhere can't keep its owner out. An address is not
 * counted across accounts: a whole call center stands behind one, and signs in at nine.
 */
const MOST_ATTEMPTS = 10;
/** From here on an account as a whole, guessed at from many addresses, answers slower, and never less. */
const QUICK_ATTEMPTS = 50;
const LONGEST_DELAY_MS = 2 * SECOND;
const DELAY_STEP_MS = 100;
const WINDOW_MS = 5 * MINUTE;

export type SignInAttempt = { email: string; address: string };

function accountKey(email: string): string {
  return hashToken(email.trim().toLowerCase());
}

function pairKey({ email, address }: SignInAttempt): string {
  return hashToken(`${email.trim().toLowerCase()}\n${address}`);
}

async function count(
  db: Kysely<Database>,
  key: string,
  at: Date,
): Promise<{ attempts: number; since: Date }> {
  const windowStart = new Date(at.getTime() - WINDOW_MS);
  const stale = sql<boolean>`sign_in_attempts.since <= ${windowStart}::timestamptz`;
  return db
    .insertInto('sign_in_attempts')
    .values({ account: key, attempts: 1, since: at })
    .onConflict((c) =>
      c.column('account').doUpdateSet({
        attempts: sql<number>`case when ${stale} then 1 else sign_in_attempts.attempts + 1 end`,
        since: sql<Date>`case when ${stale} then excluded.since else sign_in_attempts.since end`,
      }),
    )
    .returning(['attempts', 'since'])
    .executeTakeFirstOrThrow();
}

/** Whether an attempt may go on: after `delayMs`, or not before `retryAfter` seconds have passed. */
export type SignInVerdict = { retryAfter: number } | { retryAfter: null; delayMs: number };

/**
 * Counts an attempt to sign in, for the account at this network address and for the account as a whole.
 * @param at real time
 */
export async function countSignInAttempt(
  db: Kysely<Database>,
  attempt: SignInAttempt,
  at: Date,
): Promise<SignInVerdict> {
  const row = await count(db, pairKey(attempt), at);
  if (row.attempts > MOST_ATTEMPTS) {
    return { retryAfter: Math.max(1, Math.ceil((row.since.getTime() + WINDOW_MS - at.getTime()) / SECOND)) };
  }
  const { attempts } = await count(db, accountKey(attempt.email), at);
  const beyond = Math.max(0, attempts - QUICK_ATTEMPTS);
  return { retryAfter: null, delayMs: Math.min(beyond * DELAY_STEP_MS, LONGEST_DELAY_MS) };
}

/** A right password wipes the slate of its account at this address; what others do elsewhere still counts. */
export async function forgetSignInAttempts(db: Kysely<Database>, attempt: SignInAttempt): Promise<void> {
  await db.deleteFrom('sign_in_attempts').where('account', '=', pairKey(attempt)).execute();
}
