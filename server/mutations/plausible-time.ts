import { DAY } from '@/lib/platform/clock';

const LONGEST_KEPT_BACK_MS = 366 * DAY;

/**
 * A computer whose clock runs ahead must not put its contact in the future, where no card would count it; nor one
 * whose clock stands at its maker's first day put it years back.
 */
export function within(at: Date, instant: string): Date {
  const earliest = at.getTime() - LONGEST_KEPT_BACK_MS;
  return new Date(Math.min(Math.max(Date.parse(instant), earliest), at.getTime()));
}
