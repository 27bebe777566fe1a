import { type Clock, clockStartingAt, systemClock } from '@/lib/platform/clock';

/** The clock of the business: the real one, or one that started at noon (UTC) of the day given with `--as-of`. */
export function businessClock(asOf: string | undefined): Clock {
  return asOf === undefined ? systemClock : clockStartingAt(new Date(`${asOf}T12:00:00Z`));
}
