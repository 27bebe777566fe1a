import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  isWorkingDay,
  workCalendarSchema,
  workingDayAfter,
  workingDayBefore,
} from '@/lib/domain/work-calendar';

const plain = workCalendarSchema.parse({});
const december = workCalendarSchema.parse({
  zone: 'Europe/London',
  holidays: ['2026-12-25', '2026-12-28', '2027-01-01'],
});

describe('working days', () => {
  it.each([
    ['a Friday to the next Monday', plain, '2026-11-27', 1, '2026-11-30'],
    ['a Thursday, three on', plain, '2026-11-26', 3, '2026-12-01'],
    ['a Saturday, the first is Monday', plain, '2026-11-28', 1, '2026-11-30'],
    ['over Christmas, Boxing Day’s stand-in and the weekend', december, '2026-12-24', 1, '2026-12-29'],
    ['over the new year', december, '2026-12-31', 1, '2027-01-04'],
    ['over the night in which clocks change', december, '2026-03-27', 1, '2026-03-30'],
  ])('from %s', (_, calendar, from, n, then) => {
    expect(workingDayAfter(calendar, from, n)).toBe(then);
  });

  it('the one before Christmas’s holidays is Christmas Eve', () => {
    expect(workingDayBefore(december, '2026-12-28')).toBe('2026-12-24');
  });

  it('are none where holidays fill everything, and nobody waits for ever', () => {
    const holidays = Array.from({ length: 400 }, (_, i) => addDays('2026-11-27', i));
    const never = { ...plain, weekdays: [5], holidays };
    expect(workingDayAfter(never, '2026-11-26', 1)).toBeDefined();
    expect(workingDayBefore({ ...never, holidays: [] }, '2026-11-27')).toBe('2026-11-20');
  });

  const calendars = fc.record({
    zone: fc.constantFrom('UTC', 'Europe/London', 'America/New_York', 'Pacific/Auckland'),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    holidays: fc.array(fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-03-01', n))),
  });

  it('the day after any day is a working one, later, with none between', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 0, max: 60 }), (calendar, n) => {
        const from = addDays('2026-03-01', n);
        const then = workingDayAfter(calendar, from, 1);
        expect(then > from && isWorkingDay(calendar, then)).toBe(true);
        for (let at = addDays(from, 1); at < then; at = addDays(at, 1))
          expect(isWorkingDay(calendar, at)).toBe(false);
      }),
    );
  });
});

it.each([[{ zone: 'Middle/Earth' }], [{ weekdays: [] }], [{ weekdays: [0] }], [{ holidays: ['soon'] }]])(
  '%j is no calendar',
  (wrong) => {
    expect(workCalendarSchema.safeParse(wrong).success).toBe(false);
  },
);
