import { HOUR, SECOND } from '@/lib/platform/clock';

/** A store that asks for a year's silence is misconfigured. */
const LONGEST = HOUR;

/**
 * Milliseconds to wait by a `Retry-After` header (RFC 9110 §10.2.3: seconds, or a date); null when it says nothing we
 * understand.
 */
export function retryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const inSeconds = /^\s*\d+\s*$/.test(header);
  // A date begins with the day's name; `Date.parse` alone takes "-5" for a year.
  const date = /^\s*[A-Z]/i.test(header) ? Date.parse(header) : Number.NaN;
  const ms = inSeconds ? Number(header) * SECOND : date - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST) : null;
}
