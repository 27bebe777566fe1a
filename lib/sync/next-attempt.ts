import { MINUTE, SECOND } from '@/lib/platform/clock';

/** What is remembered of past attempts; all times are real milliseconds. */
export type AttemptHistory = {
  /** failed attempts since the last good one */
  failures: number;
  /** not before this: from our own patience */
  nextAt: number;
  /** not before this: from the store's `Retry-After` */
  notBefore: number;
};

export const noHistory: AttemptHistory = { failures: 0, nextAt: 0, notBefore: 0 };

const FIRST_WAIT = 2 * SECOND;
const LONGEST_WAIT = 5 * MINUTE;
/** `transport` bounds a `Retry-After` to this: a later one means that the clock was set back. */
const LONGEST_RETRY_AFTER = 60 * MINUTE;

/** How an attempt ended; `now` in real milliseconds. */
export type AttemptEnd = { now: number; ok: boolean; retryAfterMs: number | null; random: number };

/**
 * The history after one more attempt. Waits double from two seconds to five minutes, each shortened by up to half at
 * random, so that a thousand computers that lost the store together don't come back together.
 * @param end.random 0 to 1
 */
export function afterAttempt(history: AttemptHistory, end: AttemptEnd): AttemptHistory {
  if (end.ok) return noHistory;
  const failures = history.failures + 1;
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 20));
  const nextAt = end.now + wait * (1 - end.random / 2);
  const notBefore = end.retryAfterMs === null ? 0 : end.now + end.retryAfterMs;
  return { failures, nextAt, notBefore };
}

/**
 * When to try again; `now` or earlier means at once.
 * @param urgent someone just said that things are different (network back, signed in, "try now"): our own patience
 *   doesn't count, the store's wish does
 */
export function nextAttempt(history: AttemptHistory, now: number, urgent: boolean): number {
  // A moment further off than we ever wait was computed by another clock.
  const nextAt = history.nextAt - now > LONGEST_WAIT ? now : history.nextAt;
  const notBefore = history.notBefore - now > LONGEST_RETRY_AFTER ? now : history.notBefore;
  return urgent ? notBefore : Math.max(nextAt, notBefore);
}
