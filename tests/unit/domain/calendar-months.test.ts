import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMonthsBefore, fullMonthsBetween } from '@/lib/domain/calendar-months';

describe('calendar months', () => {
  it.each([
    ['2026-01-31', '2026-02-28', 0],
    ['2026-01-31', '2026-03-01', 1],
    ['2026-11-22', '2026-11-22', 0],
    ['2025-11-23', '2026-11-22', 11],
    ['2025-11-22', '2026-11-22', 12],
    ['2027-01-01', '2026-11-22', 0],
  ])('from %s to %s: %d', (since, now, months) => {
    expect(fullMonthsBetween(since, new Date(now))).toBe(months);
  });

  it.each([
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2018-06-30', 72, '2012-06-30'],
  ])('%s less %d months is %s', (now, months, day) => {
    expect(dayMonthsBefore(new Date(now), months)).toBe(day);
  });

  it('counted back and counted again are the same number', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.nat(240), (now, months) => {
        expect(fullMonthsBetween(dayMonthsBefore(now, months), now)).toBe(months);
      }),
    );
  });
});
