import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CallingHours,
  callingHoursSchema,
  defaultHours,
  mayCallAt,
  nextClosing,
  nextDayOpening,
  nextOpening,
} from '@/lib/domain/calling-hours';
import { testSeed } from '@/tests/support/test-seed';

const london = defaultHours(['Europe/London']);
const at = (text: string) => new Date(text);
const open = (text: string, ...all: CallingHours[]) => mayCallAt(at(text), all);

describe('whether somebody may be called', () => {
  it.each([
    ['at nine in the morning', '2026-11-27T09:00:00Z', true],
    ['a second before', '2026-11-27T08:59:59Z', false],
    ['a second before eight in the evening', '2026-11-27T19:59:59Z', true],
    ['at eight', '2026-11-27T20:00:00Z', false],
    ['on a Saturday', '2026-11-28T12:00:00Z', true],
    ['on a Sunday', '2026-11-29T12:00:00Z', false],
  ])('%s', (_when, moment, expected) => {
    expect(open(moment, london)).toBe(expected);
  });

  it.each([
    ['in winter London’s nine is nine', '2026-03-28T09:00:00Z', true],
    ['the Monday after the clocks went forward, nine is eight', '2026-03-30T08:00:00Z', true],
    ['and eight in the evening is seven', '2026-03-30T19:00:00Z', false],
    ['the Saturday before they go back, nine is eight', '2026-10-24T08:00:00Z', true],
    ['the Monday after, it is nine again', '2026-10-26T08:00:00Z', false],
  ])('over summer time: %s', (_what, moment, expected) => {
    expect(open(moment, london)).toBe(expected);
  });

  it('goes by the customer’s clock, not by ours', () => {
    const tokyo = defaultHours(['Asia/Tokyo']);
    expect(open('2026-11-27T02:00:00Z', tokyo)).toBe(true);
    expect(open('2026-11-27T12:00:00Z', tokyo)).toBe(false);
  });

  it('is never on a holiday that the organisation named', () => {
    const hours = { ...london, holidays: ['2026-12-25'] };
    expect(open('2026-12-25T12:00:00Z', hours)).toBe(false);
    expect(open('2026-12-24T12:00:00Z', hours)).toBe(true);
  });

  it('in a region of several zones, or with numbers of two regions, only where all are open', () => {
    const states = defaultHours(['America/New_York', 'America/Los_Angeles']);
    expect(open('2026-11-27T15:00:00Z', states)).toBe(false);
    expect(open('2026-11-27T18:00:00Z', states)).toBe(true);
    expect(open('2026-11-27T22:00:00Z', states, london)).toBe(false);
  });
});

describe('when it begins and ends', () => {
  it.each([
    ['now, when it is open', '2026-11-27T12:07:00Z', '2026-11-27T12:07:00.000Z'],
    ['after Sunday', '2026-11-28T20:30:00Z', '2026-11-30T09:00:00.000Z'],
    ['after a night in which the clocks go forward', '2026-03-28T21:00:00Z', '2026-03-30T08:00:00.000Z'],
  ])('opens %s', (_what, moment, expected) => {
    expect(nextOpening(at(moment), [london])?.toISOString()).toBe(expected);
  });

  it('closes at eight', () => {
    expect(nextClosing(at('2026-11-27T12:07:00Z'), [london])?.toISOString()).toBe('2026-11-27T20:00:00.000Z');
  });

  it('another day is another day of the customer’s', () => {
    expect(nextDayOpening(at('2026-11-27T10:00:00Z'), [london])?.toISOString()).toBe(
      '2026-11-28T09:00:00.000Z',
    );
    expect(nextDayOpening(at('2026-11-28T10:00:00Z'), [london])?.toISOString()).toBe(
      '2026-11-30T09:00:00.000Z',
    );
  });

  it('never opens where no day is a day for calls', () => {
    expect(nextOpening(at('2026-11-27T12:00:00Z'), [{ ...london, days: [] }])).toBeNull();
  });

  const zones = [
    'Europe/London',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
  ];
  const anyHours = fc
    .record({
      zones: fc.subarray(zones, { minLength: 1, maxLength: 2 }),
      from: fc.integer({ min: 0, max: 12 }),
      to: fc.integer({ min: 13, max: 24 }),
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    })
    .map((hours): CallingHours => ({ ...hours, holidays: [] }));
  const anyMoment = fc.date({
    min: at('2026-01-01T00:00:00Z'),
    max: at('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  });

  it('the opening is open, nothing before it is, and the closing is closed', () => {
    fc.assert(
      fc.property(
        anyMoment,
        anyHours,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (moment, hours, share) => {
          const opening = nextOpening(moment, [hours]);
          if (!opening) return;
          expect(mayCallAt(opening, [hours])).toBe(true);
          const between = new Date(moment.getTime() + share * (opening.getTime() - moment.getTime()));
          if (between < opening) expect(mayCallAt(between, [hours])).toBe(false);
          const closing = nextClosing(opening, [hours]);
          if (closing) expect(mayCallAt(closing, [hours])).toBe(false);
        },
      ),
      { numRuns: 60, seed: testSeed() },
    );
  });
});

it.each([
  ['a zone that there isn’t', { ...london, zones: ['Europe/Nowhere'] }],
  ['no zone', { ...london, zones: [] }],
  ['an end before the beginning', { ...london, from: 20, to: 9 }],
  ['an eighth day', { ...london, days: [8] }],
])('hours with %s are none', (_what, hours) => {
  expect(callingHoursSchema.safeParse(hours).success).toBe(false);
});
