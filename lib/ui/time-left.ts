import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import { formatDay } from './format';
import { toldWords as w } from './words/told-words';

/** A day without a time lasts until it is over, wherever the reader is. */
function momentOf(due: string): number {
  return due.length === 10 ? new Date(`${due}T23:59:59`).getTime() : Date.parse(due);
}

/** Minutes and hours are signs, written alike in both languages. */
function span(ms: number): string {
  if (ms < HOUR) return `${Math.max(1, Math.floor(ms / MINUTE))} min`;
  return ms < DAY ? `${Math.floor(ms / HOUR)} h` : w.days(Math.floor(ms / DAY));
}

export type TimeLeft = { late: boolean; text: string };

/**
 * How a clock stands, in words: `3 h left`, `due tomorrow`, `due Fri 27 Nov, 5 days left`, `40 min overdue`, `was due Fri 20 Nov, 2 days
 * overdue`. Relative alone under a day; with its day from there on.
 * @param due a moment, or a day, which lasts until its end
 */
export function timeLeft(due: string, now: Date): TimeLeft {
  const ms = momentOf(due) - now.getTime();
  const late = ms < 0;
  const distance = Math.abs(ms);
  const words = late ? w.overdue(span(distance)) : w.left(span(distance));
  if (distance < DAY) return { late, text: words };
  const day = late ? w.wasDue(formatDay(due, now)) : w.due(formatDay(due, now));
  // Tomorrow and yesterday say by themselves how far they are.
  return { late, text: distance < 2 * DAY ? day : `${day}, ${words}` };
}
