import type { CardContent, Driver } from './card';

/** Points that move by less than this are not sent again, so that a nightly re-scoring doesn't resend every card. */
export const POINTS_THAT_COUNT = 5;

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([name, value]) => sameValue(value, right.get(name)));
}

const moved = (before: number, after: number) => Math.abs(after - before) >= POINTS_THAT_COUNT;

function driversDiffer(before: readonly Driver[], after: readonly Driver[]): boolean {
  return (
    before.length !== after.length ||
    before.some((driver, i) => {
      const other = after[i];
      return driver.code !== other?.code || moved(driver.points, other.points);
    })
  );
}

/**
 * Whether a rep would see the difference. When the points were worked out is none. Points, a driver's too, have
 * hysteresis: they count from a difference of 5 to what was *published*, so that what is shown is never more than 4
 * from the truth, however slowly it drifts, and a value that swings around a step is not sent at every swing. A level,
 * and which drivers there are in which order, always counts.
 */
export function looksDifferent(before: CardContent, after: CardContent): boolean {
  const { risk: old, ...others } = before;
  const { risk, ...rest } = after;
  return (
    old.level !== risk.level ||
    moved(old.points, risk.points) ||
    driversDiffer(old.drivers, risk.drivers) ||
    !sameValue(others, rest)
  );
}
