import { fullMonthsBetween } from '@/lib/domain/calendar-months';
import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';

/** The words around the figures are English, so the dates are too: mixed languages in one line read as an error. */
const LOCALE = 'en-GB';

const clockTime = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const fullDay = new Intl.DateTimeFormat(LOCALE, {
  ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
});
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' });

/** `3 contacts`, `1 contact`. */
export function plural(n: number, one: string, many: string): string {
  return `${n.toLocaleString(LOCALE)} ${n === 1 ? one : many}`;
}

/** `12 MB`, `under 1 MB`. */
export function formatMegabytes(bytes: number): string {
  const megabytes = Math.round(bytes / 1e6);
  return megabytes < 1 ? 'under 1 MB' : `${megabytes.toLocaleString(LOCALE)} MB`;
}

/** `14:03`, in the computer's own zone. */
export function formatClock(instant: string | Date): string {
  return clockTime.format(new Date(instant));
}

/** A date without a time is that day wherever the reader is, not midnight in London. */
function localDate(date: string | Date): Date {
  return typeof date === 'string' && date.length === 10 ? new Date(`${date}T12:00:00`) : new Date(date);
}

/** Calendar days from `a` to `b`, in the computer's own zone. */
function calendarDays(a: Date, b: Date): number {
  const midnight = (d: Date) => Date.UTC(d.getFullYear(), d.getMonth(), d.getDate());
  return Math.round((midnight(b) - midnight(a)) / DAY);
}

/** `3 Nov`, with the year where it isn't this one. */
export function formatDate(date: string | Date, now: Date): string {
  const d = localDate(date);
  return (d.getFullYear() === now.getFullYear() ? day : dayOfYear).format(d);
}

/** `today`, `tomorrow`, `yesterday`, else `Fri 27 Nov`, with the year and no weekday where it isn't this one. */
export function formatDay(date: string, now: Date): string {
  const d = localDate(date);
  const near: Record<number, string> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };
  const word = near[calendarDays(now, d)];
  if (word) return word;
  return (d.getFullYear() === now.getFullYear() ? weekday : dayOfYear).format(d);
}

/** `Fri, 27 Nov 2026`: for what is read on another day, in another year. */
export function formatFullDay(date: string): string {
  return fullDay.format(localDate(date));
}

/** A moment with its clock time, on any day: `14:03 today`, `14:03 yesterday`, `14:03 on Fri 27 Nov`. */
export function formatMoment(instant: string, now: Date): string {
  const on = formatDay(instant, now);
  return `${formatClock(instant)} ${on === 'today' || on === 'yesterday' ? on : `on ${on}`}`;
}

/** When something happened: relative under a day, the date after. */
export function formatWhen(instant: string, now: Date): string {
  const ms = now.getTime() - Date.parse(instant);
  if (ms < MINUTE) return 'just now';
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min ago`;
  return ms < DAY ? `${Math.floor(ms / HOUR)} h ago` : formatDate(instant, now);
}

/** How long something will still take, as far as one can tell: `about 20 s left`, `about 3 min left`. */
export function formatLeft(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(5, Math.ceil(seconds / 5) * 5)} s left`;
  return `about ${Math.ceil(seconds / 60)} min left`;
}

/** `31 of 65 MB`. */
export function formatShare(here: number, all: number): string {
  const mb = (bytes: number) => (bytes / 1e6).toFixed(all < 1e7 ? 1 : 0);
  return `${mb(here)} of ${mb(all)} MB`;
}

/** How old something is, in the largest unit that says enough: `today`, `12 days`, `7 months`, `2 years`. */
export function formatAge(instant: string, now: Date): string {
  const days = Math.max(calendarDays(new Date(instant), now), 0);
  if (days === 0) return 'today';
  if (days < 90) return plural(days, 'day', 'days');
  return days < 730
    ? plural(Math.floor(days / 30.44), 'month', 'months')
    : plural(Math.floor(days / 365.25), 'year', 'years');
}

/** `12 days ago`, `today`. */
export function formatAgo(instant: string, now: Date): string {
  const age = formatAge(instant, now);
  return age === 'today' ? age : `${age} ago`;
}

/** How long a thing has waited, for a line with no room: `4 min`, `3 h`, `12 days`. */
export function formatWaited(since: string, now: Date): string {
  const ms = Math.max(now.getTime() - Date.parse(since), 0);
  if (ms < HOUR) return `${Math.max(Math.floor(ms / MINUTE), 1)} min`;
  return ms < 2 * DAY ? `${Math.floor(ms / HOUR)} h` : plural(Math.floor(ms / DAY), 'day', 'days');
}

/** `6 y 3 m`; under a year `5 m`; under a month `new`. @param since `YYYY-MM-DD` */
export function formatTenure(since: string, now: Date): string {
  const months = fullMonthsBetween(since, now);
  if (months < 1) return 'new';
  const years = Math.floor(months / 12);
  return [years > 0 && `${years} y`, months % 12 > 0 && `${months % 12} m`].filter(Boolean).join(' ');
}

/** `€50`, `€17.50`. @param minor the currency's smallest unit */
export function formatMoney(minor: number, currency: string): string {
  const format = new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

/** The day as `<input type=date>` and the note spell it: `2026-11-27`, in the computer's own zone. */
export function isoDay(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
