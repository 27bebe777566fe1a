import type { WallTime, ZonedTime } from './zoned-time';

/** Which comes first in `03/04/2018`; null: such dates are refused, since a guess would be wrong half the time. */
export type DateOrder = 'dmy' | 'mdy' | null;

const TIME = String.raw`(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?`;
const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}${ZONE}$`, 'i');
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})[-/.](\\d{4})${TIME}${ZONE}$`, 'i');

type Parts = WallTime & { zone: string | undefined };

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function checked(parts: (string | undefined)[], zone: string | undefined): Parts | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((p) => Number(p ?? 0));
  const fits = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!fits || hour > 23 || minute > 59 || second > 59) return null;
  return { year, month, day, hour, minute, second, zone };
}

/** Dots are day first wherever they are written; slashes and dashes are not. */
function readParts(text: string, order: DateOrder): Parts | 'which-is-the-day' | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return checked(iso.slice(1, 7), iso[7]);
  const [, first, sign, second, year, hour, minute, seconds, zone] = YEAR_LAST.exec(text) ?? [];
  if (year === undefined) return null;
  const dayFirst = sign === '.' || order === 'dmy';
  if (!dayFirst && order === null) return 'which-is-the-day';
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return checked([year, month, day, hour, minute, seconds], zone);
}

export const WHICH_IS_THE_DAY = 'the day or the month first? Say --date-order dmy or mdy';
const NO_DATE = 'not a date that can be read';

export type Parsed<T> = { value: T } | { fault: string };

export function mapParsed<T, U>(parsed: Parsed<T>, to: (value: T) => U): Parsed<U> {
  return 'value' in parsed ? { value: to(parsed.value) } : parsed;
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const ms = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -ms : ms;
}

/** An instant: in its own zone if it names one, else in the file's. A day alone is its first minute. */
export function parseInstant(text: string, zone: ZonedTime, order: DateOrder): Parsed<Date> {
  const parts = readParts(text, order);
  if (parts === 'which-is-the-day') return { fault: WHICH_IS_THE_DAY };
  if (!parts) return { fault: NO_DATE };
  if (parts.zone === undefined) return { value: zone.instantOf(parts) };
  const { year, month, day, hour, minute, second } = parts;
  return {
    value: new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offsetOf(parts.zone)),
  };
}

/** A day as `YYYY-MM-DD`; a time of day beside it is left off. */
export function parseDay(text: string, order: DateOrder): Parsed<string> {
  const parts = readParts(text, order);
  if (parts === 'which-is-the-day') return { fault: WHICH_IS_THE_DAY };
  if (!parts) return { fault: NO_DATE };
  const pad = (n: number, length: number) => String(n).padStart(length, '0');
  return { value: `${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}` };
}
