const formats = new Map<string, Intl.DateTimeFormat>();

/** Does this machine know a time zone by this IANA name? */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** One formatter for each zone: they are dear to make. */
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const numeric = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' } as const;
  // A zone that this machine doesn't know must not keep anybody from making good.
  const timeZone = isTimeZone(zone) ? zone : 'UTC';
  const made = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, calendar: 'iso8601', hourCycle: 'h23' as const },
    ...numeric,
  });
  formats.set(zone, made);
  return made;
}

/** The day, as `2026-11-27`, and the hour that a clock on a wall there shows; in UTC where the zone isn't known. */
export function onTheWall(zone: string, at: Date): { day: string; hour: number } {
  const parts = formatIn(zone).formatToParts(at);
  const of = (wanted: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return { day: `${of('year')}-${of('month')}-${of('day')}`, hour: Number(of('hour')) };
}

/** The calendar day that it is somewhere. */
export function dayIn(zone: string, at: Date): string {
  return onTheWall(zone, at).day;
}
