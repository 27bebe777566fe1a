import { describe, expect, it } from 'vitest';
import { dayIn, isTimeZone, onTheWall } from '@/lib/domain/time-zone';

describe('which day it is', () => {
  it.each([
    ['2026-11-27T23:30:00Z', 'UTC', '2026-11-27'],
    ['2026-11-27T23:30:00Z', 'Europe/Berlin', '2026-11-28'],
    ['2026-11-22T23:30:00Z', 'Nowhere/AtAll', '2026-11-22'],
    ['2026-11-28T04:30:00Z', 'America/New_York', '2026-11-27'],
    // Clocks go forward in London on 29 March 2026, and back on 25 October.
    ['2026-03-28T23:30:00Z', 'Europe/London', '2026-03-28'],
    ['2026-03-29T23:30:00Z', 'Europe/London', '2026-03-30'],
    ['2026-10-24T23:30:00Z', 'Europe/London', '2026-10-25'],
    ['2026-10-25T23:30:00Z', 'Europe/London', '2026-10-25'],
  ])('%s in %s is %s', (instant, zone, day) => {
    expect(dayIn(zone, new Date(instant))).toBe(day);
  });
});

it.each([
  ['2026-07-01T22:30:00Z', 'Europe/Berlin', { day: '2026-07-02', hour: 0 }],
  ['2026-11-27T12:00:00Z', 'Asia/Kolkata', { day: '2026-11-27', hour: 17 }],
])('a clock on a wall at %s in %s', (instant, zone, shown) => {
  expect(onTheWall(zone, new Date(instant))).toEqual(shown);
});

it('knows a zone from a word', () => {
  expect(isTimeZone('Europe/London')).toBe(true);
  expect(isTimeZone('Nowhere/AtAll')).toBe(false);
});
