import { DAY } from '@/lib/platform/clock';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  let made: Intl.DateTimeFormat;
  try {
    made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...parts });
  } catch {
    // A zone that this machine doesn't know must not keep anybody from making good.
    made = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', ...parts });
  }
  formats.set(zone, made);
  return made;
}

/** The calendar day, as `2026-11-27`, that it is somewhere; in UTC where the zone isn't known. */
export function dayIn(zone: string, at: Date): string {
  return formatFor(zone).format(at);
}

/** So many times 24 hours before. */
export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY);
}
