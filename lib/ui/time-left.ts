import { dayIn } from '@/lib/domain/time-zone';
import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import { formatDay } from './format';
import { toldWords as w } from './words/told-words';

/** Minutes and hours are signs, written alike in both languages. */
function span(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.floor(ms / MINUTE))} min`;
  return `${Math.floor(ms / HOUR)} h`;
}

export type TimeLeft = { late: boolean; text: string };

/** By its day: counted as a person does on a calendar, whatever hour it is. */
function daysLeft(dueDay: string, today: string): TimeLeft {
  const days = (Date.parse(dueDay) - Date.parse(today)) / DAY;
  const late = days < 0;
  const named = formatDay(dueDay, new Date(`${today}T12:00:00`));
  const day = late ? w.wasDue(named) : w.due(named);
  // Today, tomorrow and yesterday say by themselves how far they are.
  if (Math.abs(days) < 2) return { late, text: day };
  return { late, text: `${day}, ${late ? w.overdue(w.days(-days)) : w.left(w.days(days))}` };
}

/**
 * How a clock stands, in words: `3 h left`, `due tomorrow`, `due Fri 27 Nov, 5 days left`, `40 min overdue`, `was due Fri 20 Nov, 2 days
 * overdue`. Relative alone under a day; with its day from there on.
 * @param due a moment, or a day, which lasts until its end
 * @param zone by whose clock a day ends: the organisation's
 */
export function timeLeft(due: string, now: Date, zone: string): TimeLeft {
  const today = dayIn(zone, now);
  if (due.length === 10) return daysLeft(due, today);
  const at = new Date(due);
  const ms = at.getTime() - now.getTime();
  const distance = Math.abs(ms);
  if (distance >= DAY) return daysLeft(dayIn(zone, at), today);
  return { late: ms < 0, text: ms < 0 ? w.overdue(span(distance)) : w.left(span(distance)) };
}
