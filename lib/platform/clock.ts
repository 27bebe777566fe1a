/** Where "now" comes from. Everything that needs the time takes one, so that tests and `--as-of` can set it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that started at `asOf` when it was made and runs on from there at normal speed. */
export function clockStartingAt(asOf: Date, real: Clock = systemClock): Clock {
  const shift = asOf.getTime() - real.now().getTime();
  return { now: () => new Date(real.now().getTime() + shift) };
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** So many times 24 hours before. */
export function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * DAY);
}
