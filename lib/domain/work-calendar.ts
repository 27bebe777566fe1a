import { z } from 'zod';
import { isTimeZone } from './time-zone';

/** ISO weekdays: 1 is Monday. */
const weekdays = z.array(z.int().min(1).max(7)).min(1).max(7);

/** When the organisation's people work: on which weekdays, on which days not, and by whose clock a day ends. */
export const workCalendarSchema = z.object({
  /** IANA name: `Europe/London` */
  zone: z.string().max(60).refine(isTimeZone, 'no time zone is called so').default('UTC'),
  weekdays: weekdays.default([1, 2, 3, 4, 5]),
  holidays: z.array(z.iso.date()).max(400).default([]),
});
export type WorkCalendar = z.infer<typeof workCalendarSchema>;

const DAY = 86_400_000;
/** Holidays may fill weeks, not years: nobody would be promised anything. */
const FURTHEST = 400;

const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/** So many calendar days later, or earlier where `n` is below 0. Days have no hours here, so no clock changes in them. */
export function addDays(day: string, n: number): string {
  return new Date(utc(day).getTime() + n * DAY).toISOString().slice(0, 10);
}

/** Is anybody there on this day? */
export function isWorkingDay({ weekdays: worked, holidays }: WorkCalendar, day: string): boolean {
  return worked.includes(utc(day).getUTCDay() || 7) && !holidays.includes(day);
}

/** The `n`th working day after a day, which itself doesn't count. */
export function workingDayAfter(calendar: WorkCalendar, day: string, n: number): string {
  let at = day;
  for (let [left, seen] = [n, 0]; left > 0 && seen < FURTHEST; seen += 1) {
    at = addDays(at, 1);
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return at;
}

/** The last working day before a day; null where there is none near. */
export function workingDayBefore(calendar: WorkCalendar, day: string): string | null {
  for (let back = 1; back <= FURTHEST; back += 1) {
    const at = addDays(day, -back);
    if (isWorkingDay(calendar, at)) return at;
  }
  return null;
}
