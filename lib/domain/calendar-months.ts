function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** Full calendar months from the day `since` (`YYYY-MM-DD`) to `now`, both in UTC; 0 if `since` is still to come. */
export function fullMonthsBetween(since: string, now: Date): number {
  const from = new Date(since);
  const months = (now.getUTCFullYear() - from.getUTCFullYear()) * 12 + now.getUTCMonth() - from.getUTCMonth();
  return Math.max(now.getUTCDate() < from.getUTCDate() ? months - 1 : months, 0);
}

/** The day (`YYYY-MM-DD`) that lies `months` calendar months before `now`: the month's last day where it has no such day. */
export function dayMonthsBefore(now: Date, months: number): string {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth());
  first.setUTCDate(Math.min(now.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}
