import { fullMonthsBetween } from '@/lib/domain/calendar-months';
import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import { locale } from '@/lib/platform/language';
import { formatWords as w } from './words/format-words';

/** One formatter for each language: they are dear to make. */
function formatter(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return () => {
    const tag = locale();
    const format = made.get(tag) ?? new Intl.DateTimeFormat(tag, options);
    made.set(tag, format);
    return format;
  };
}

function dateFormat(options: Intl.DateTimeFormatOptions): (date: Date) => string {
  const format = formatter(options);
  return (date) => format().format(date);
}

const clockTime = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = dateFormat({ day: 'numeric', month: 'short' });
const dayOfYear = dateFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const fullDay = dateFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const weekday = dateFormat({ weekday: 'short', day: 'numeric', month: 'short' });
const inWords = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** `12,345` where English is read, `12.345` in Spain. */
export function formatNumber(n: number): string {
  return n.toLocaleString(locale());
}

/** `3 contacts`, `1 contact`: in English and in Spanish every number but one is many. */
export function plural(n: number, one: string, many: string): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

/** `12 MB`, `under 1 MB`. */
export function formatMegabytes(bytes: number): string {
  const megabytes = Math.round(bytes / 1e6);
  return megabytes < 1 ? w.underMegabyte : `${formatNumber(megabytes)} MB`;
}

/** `14:03`, in the computer's own zone. */
export function formatClock(instant: string | Date): string {
  return clockTime(new Date(instant));
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
  return (d.getFullYear() === now.getFullYear() ? day : dayOfYear)(d);
}

function nearDay(d: Date, now: Date): string | undefined {
  const near: Record<number, string> = { [-1]: w.yesterday, 0: w.today, 1: w.tomorrow };
  return near[calendarDays(now, d)];
}

/** `today`, `tomorrow`, `yesterday`, else `Fri 27 Nov`, with the year and no weekday where it isn't this one. */
export function formatDay(date: string, now: Date): string {
  const d = localDate(date);
  const word = nearDay(d, now);
  if (word) return word;
  return (d.getFullYear() === now.getFullYear() ? weekday : dayOfYear)(d);
}

/** As one says it: `tomorrow`, `Friday the 27th of November`; the year only where it isn't this one. */
export function formatSpokenDay(date: string, now: Date): string {
  const d = localDate(date);
  const parts = Object.fromEntries(
    inWords()
      .formatToParts(d)
      .map(({ type, value }) => [type, value]),
  );
  const { weekday: name = '', month = '', year = '' } = parts;
  const isThisYear = d.getFullYear() === now.getFullYear();
  const spoken = { weekday: name, day: d.getDate(), month, ...(!isThisYear && { year }) };
  return nearDay(d, now) ?? w.spokenDay(spoken);
}

/** `Fri, 27 Nov 2026`: for what is read on another day, in another year. */
export function formatFullDay(date: string): string {
  return fullDay(localDate(date));
}

/** A moment with its clock time, on any day: `14:03 today`, `14:03 tomorrow`, `14:03 on Fri 27 Nov`. */
export function formatMoment(instant: string, now: Date): string {
  const isNear = nearDay(localDate(instant), now) !== undefined;
  return w.moment(formatClock(instant), formatDay(instant, now), isNear);
}

/** When something happened: relative under a day, the date after. */
export function formatWhen(instant: string, now: Date): string {
  const ms = now.getTime() - Date.parse(instant);
  if (ms < MINUTE) return w.justNow;
  if (ms < HOUR) return w.ago(`${Math.floor(ms / MINUTE)} min`);
  return ms < DAY ? w.ago(`${Math.floor(ms / HOUR)} h`) : formatDate(instant, now);
}

/** How long something will still take, as far as one can tell: `about 20 s left`, `about 3 min left`. */
export function formatLeft(seconds: number): string {
  if (seconds < 90) return w.left(`${Math.max(5, Math.ceil(seconds / 5) * 5)} s`);
  return w.left(`${Math.ceil(seconds / 60)} min`);
}

/** `31 of 65 MB`. */
export function formatShare(here: number, all: number): string {
  const digits = all < 1e7 ? 1 : 0;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  const mb = (bytes: number) => (bytes / 1e6).toLocaleString(locale(), options);
  return w.share(mb(here), `${mb(all)} MB`);
}

const daysSince = (instant: string, now: Date) => Math.max(calendarDays(new Date(instant), now), 0);

/** How old something is, in the largest unit that says enough: `today`, `12 days`, `7 months`, `2 years`. */
export function formatAge(instant: string, now: Date): string {
  const days = daysSince(instant, now);
  if (days === 0) return w.today;
  if (days < 90) return w.days(days);
  return days < 730 ? w.months(Math.floor(days / 30.44)) : w.years(Math.floor(days / 365.25));
}

/** `12 days ago`, `today`. */
export function formatAgo(instant: string, now: Date): string {
  const age = formatAge(instant, now);
  return daysSince(instant, now) === 0 ? age : w.ago(age);
}

/** How long a thing has waited, for a line with no room: `4 min`, `3 h`, `12 days`; empty under a minute, which `formatWhen` calls just now. */
export function formatWaited(since: string, now: Date): string {
  const ms = Math.max(now.getTime() - Date.parse(since), 0);
  if (ms < MINUTE) return '';
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  return ms < 2 * DAY ? `${Math.floor(ms / HOUR)} h` : w.days(Math.floor(ms / DAY));
}

/** `6 y 3 m`; under a year `5 m`; under a month `new`. @param since `YYYY-MM-DD` */
export function formatTenure(since: string, now: Date): string {
  const months = fullMonthsBetween(since, now);
  if (months < 1) return 'new';
  const years = Math.floor(months / 12);
  return [years > 0 && w.tenureYears(years), months % 12 > 0 && w.tenureMonths(months % 12)]
    .filter(Boolean)
    .join(' ');
}

/** `€50`, `€17.50`. @param minor the currency's smallest unit */
export function formatMoney(minor: number, currency: string): string {
  const format = new Intl.NumberFormat(locale(), {
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
