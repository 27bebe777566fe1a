import { DAY } from '@/lib/platform/clock';

export type ScoreAge = 'current' | 'ageing' | 'expired';

/** Practice, not evidence: programmes look back half a year, and no decay curve is agreed upon. */
const CURRENT_DAYS = 180;
const AGEING_DAYS = 365;

/** Whole days from `at` (ISO instant) to `now`; 0 for an instant still to come. */
export function ageInDays(at: string, now: Date): number {
  return Math.max(Math.floor((now.getTime() - Date.parse(at)) / DAY), 0);
}

/** Current to 180 days, ageing to 365, then expired, which is as good as no score. A date that can't be read is expired. */
export function scoreAge(at: string, now: Date): ScoreAge {
  const days = ageInDays(at, now);
  if (days <= CURRENT_DAYS) return 'current';
  return days <= AGEING_DAYS ? 'ageing' : 'expired';
}
