import { HOUR, SECOND } from '@/lib/platform/clock';

/** A store that asks for a year's silence is misconfigured. */
const LONGEST = HOUR;

/**
 * Milliseconds to wait by a `Retry-After` header (RFC 9110 §10.2.3: seconds, or a date); null when it says nothing we
 * understand.
 */
export function retryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * SECOND : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST) : null;
}
