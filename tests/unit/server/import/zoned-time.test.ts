import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '@/server/import/parse-time';
import { zonedTime } from '@/server/import/zoned-time';

const at = (zone: string, text: string) => {
  const parsed = parseInstant(text, zonedTime(zone), null);
  return 'value' in parsed ? parsed.value.toISOString() : parsed.fault;
};

describe('a local time', () => {
  it.each([
    ['winter', 'Europe/London', '2018-01-15 20:09', '2018-01-15T20:09:00.000Z'],
    ['summer', 'Europe/London', '2018-06-15 20:09', '2018-06-15T19:09:00.000Z'],
    ['the hour that spring skips', 'Europe/London', '2018-03-25 01:30', '2018-03-25T01:30:00.000Z'],
    ['the minute before', 'Europe/London', '2018-03-25 00:59', '2018-03-25T00:59:00.000Z'],
    ['the hour after', 'Europe/London', '2018-03-25 02:00', '2018-03-25T01:00:00.000Z'],
    ['the hour that autumn has twice', 'Europe/London', '2018-10-28 01:30', '2018-10-28T00:30:00.000Z'],
    ['after it', 'Europe/London', '2018-10-28 02:00', '2018-10-28T02:00:00.000Z'],
    ['west of Greenwich, skipped', 'America/New_York', '2018-03-11 02:30', '2018-03-11T07:30:00.000Z'],
    ['west of Greenwich, twice', 'America/New_York', '2018-11-04 01:30', '2018-11-04T05:30:00.000Z'],
    ['a half-hour change', 'Australia/Lord_Howe', '2018-10-07 02:15', '2018-10-06T15:45:00.000Z'],
    ['a day that never was', 'Pacific/Apia', '2011-12-30 12:00', '2011-12-30T22:00:00.000Z'],
    ['a zone without changes', 'Asia/Kolkata', '2018-06-15 00:00', '2018-06-14T18:30:00.000Z'],
    ['UTC', 'UTC', '2018-06-15 00:00', '2018-06-15T00:00:00.000Z'],
  ])('%s: %s %s', (_what, zone, local, instant) => {
    expect(at(zone, local)).toBe(instant);
  });

  it('is what the clock on the wall of that zone shows, at any time that there is', () => {
    const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tehran');
    const instants = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const show = (d: Date) => d.toLocaleString('sv', { timeZone: zone });
        const back = new Date(at(zone, show(instant)));
        expect(show(back)).toBe(show(instant));
        expect(Math.abs(back.getTime() - instant.getTime())).toBeLessThanOrEqual(3_600_999);
      }),
    );
  });

  it('needs a zone that there is', () => {
    expect(() => zonedTime('Europe/Londn')).toThrow(RangeError);
  });
});
