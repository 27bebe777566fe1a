import { z } from 'zod';
import { DAY, MINUTE } from '@/lib/platform/clock';
import { dayIn, isTimeZone, onTheWall } from './time-zone';

/** When people of one region may be called by us, in their own time. */
export const callingHoursSchema = z
  .object({
    /** where it is said what time it is there; in a region of several, a call is right in all of them or in none */
    zones: z.array(z.string().max(60).refine(isTimeZone, 'no time zone')).min(1).max(60),
    /** full hours: from this one until that one begins */
    from: z.int().min(0).max(23),
    to: z.int().min(1).max(24),
    /** 1 is Monday, 7 Sunday */
    days: z.array(z.int().min(1).max(7)).max(7),
    /** days on which nobody is called, whatever day of the week they are */
    holidays: z.array(z.iso.date()).max(400),
  })
  .refine(({ from, to }) => from < to, 'it ends before it begins');
export type CallingHours = z.infer<typeof callingHoursSchema>;

/** What holds until an organisation says more: nine to eight in the evening, not on Sundays. Holidays are theirs to name. */
export const defaultHours = (zones: string[]): CallingHours => ({
  zones,
  from: 9,
  to: 20,
  days: [1, 2, 3, 4, 5, 6],
  holidays: [],
});

/** All zones of the world are whole quarters of an hour apart, so that nothing opens or closes in between. */
const STEP = 15 * MINUTE;
/** Who isn't to be called within these is not to be called. */
const FARTHEST = 60 * DAY;

/** Monday is 1. */
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

function isOpenIn(zone: string, at: Date, { from, to, days, holidays }: CallingHours): boolean {
  const { day, hour } = onTheWall(zone, at);
  return hour >= from && hour < to && days.includes(weekday(day)) && !holidays.includes(day);
}

/** May somebody be called at this moment? `all`: the hours of every region that their numbers are of. */
export function mayCallAt(at: Date, all: readonly CallingHours[]): boolean {
  return all.every((hours) => hours.zones.every((zone) => isOpenIn(zone, at, hours)));
}

/** The first quarter of an hour from `at` on, or `at` itself, of which this is true; null within two months. */
function first(at: Date, isIt: (moment: Date) => boolean): Date | null {
  if (isIt(at)) return at;
  const begin = Math.floor(at.getTime() / STEP) * STEP;
  for (let t = begin + STEP; t - begin <= FARTHEST; t += STEP) {
    const moment = new Date(t);
    if (isIt(moment)) return moment;
  }
  return null;
}

/** When they may be called next: now, where they may be now. */
export const nextOpening = (at: Date, all: readonly CallingHours[]): Date | null =>
  first(at, (moment) => mayCallAt(moment, all));

/** Until when it stays so. */
export const nextClosing = (at: Date, all: readonly CallingHours[]): Date | null =>
  first(at, (moment) => !mayCallAt(moment, all));

/** When they may be called on another day of theirs than the one in which `at` lies. */
export function nextDayOpening(at: Date, all: readonly CallingHours[]): Date | null {
  const zones = all.flatMap((hours) => hours.zones);
  const days = zones.map((zone) => dayIn(zone, at));
  const isAnother = (moment: Date) => zones.every((zone, i) => dayIn(zone, moment) !== days[i]);
  return first(at, (moment) => isAnother(moment) && mayCallAt(moment, all));
}
