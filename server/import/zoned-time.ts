/** A time on the wall, without a zone. Months count from 1. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
};

export type ZonedTime = {
  /** the instant at which a clock on the wall of that zone shows this */
  instantOf(wall: WallTime): Date;
};

const DAY_MS = 86_400_000;

/** How far ahead of UTC the zone's clocks are at an instant, in milliseconds. */
function offsetReader(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map((p) => [p.type, Number(p.value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}

/**
 * Reads local times in a zone, as Temporal's `compatible` does: a time that the clocks skip in spring is read with
 * the offset before it (01:30 becomes 02:30), one that comes twice in autumn is the first.
 * @throws RangeError for a zone that isn't known
 */
export function zonedTime(zone: string): ZonedTime {
  const offsetAt = offsetReader(zone);
  return {
    instantOf({ year, month, day, hour, minute, second }) {
      const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
      const before = offsetAt(asUtc - DAY_MS);
      const after = offsetAt(asUtc + DAY_MS);
      const right = [before, after].map((o) => asUtc - o).filter((at) => offsetAt(at) === asUtc - at);
      return new Date(right.length > 0 ? Math.min(...right) : asUtc - before);
    },
  };
}
