import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardContent, Driver } from '@/lib/domain/card';
import { looksDifferent } from '@/lib/domain/looks-different';
import { makeCard } from '../../support/makers';

const driver = (points: number, code: Driver['code'] = 'score-ageing'): Driver => ({ code, points });
const risk = (change: Partial<CardContent['risk']>) =>
  makeCard(1, {
    risk: { level: 'high', points: 60, drivers: [driver(18)], at: '2026-11-22T09:00:00Z', ...change },
  });
const before = risk({});

describe('a card looks', () => {
  it.each([
    ['when it was worked out', risk({ at: '2026-11-23T09:00:00Z' })],
    ['four points more', risk({ points: 64 })],
    ['four points fewer', risk({ points: 56 })],
    ['a driver four points stronger', risk({ drivers: [driver(22)] })],
  ])('the same but for %s', (_name, after) => expect(looksDifferent(before, after)).toBe(false));

  it.each([
    ['five points more', risk({ points: 65 })],
    ['five points fewer', risk({ points: 55 })],
    ['another level', risk({ level: 'critical' })],
    ['a driver five points weaker', risk({ drivers: [driver(13)] })],
    ['another driver', risk({ drivers: [driver(18, 'case-open')] })],
    ['one driver more', risk({ drivers: [driver(18), driver(5)] })],
    ['no driver', risk({ drivers: [] })],
    ['a tier', { ...before, tier: 'Gold' }],
    ['one contact more', { ...before, contacts90: 1 }],
    ['an earlier answer', { ...before, earlier: [{ value: 3, at: '2026-01-01T00:00:00Z' }] }],
    ['another reason', { ...before, lastReasons: ['billed-twice'] }],
    ['a case', { ...before, openCase: { dueAt: '2026-11-25T12:00:00Z' } }],
    ['not to be contacted', { ...before, doNotContact: true }],
  ])('different with %s', (_name, after) => {
    expect(looksDifferent(before, after)).toBe(true);
    expect(looksDifferent(after, before)).toBe(true);
  });

  it('different when two drivers change places', () => {
    const two = [driver(18), driver(18, 'case-open')];
    expect(looksDifferent(risk({ drivers: two }), risk({ drivers: two.toReversed() }))).toBe(true);
  });
});

const points = fc.integer({ min: 0, max: 120 });

describe('what is published', () => {
  it('is never more than 4 points from the truth, however slowly it drifts', () => {
    const days = fc.array(fc.record({ points, driver: points }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(days, (truths) => {
        let published = risk({ points: 0, drivers: [driver(0)] });
        for (const day of truths) {
          const truth = risk({ points: day.points, drivers: [driver(day.driver)] });
          if (looksDifferent(published, truth)) published = truth;
          expect(Math.abs(published.risk.points - day.points)).toBeLessThanOrEqual(4);
          expect(Math.abs((published.risk.drivers[0]?.points ?? 0) - day.driver)).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it('is sent once, however often points swing by less than five around it', () => {
    fc.assert(
      fc.property(points, fc.array(fc.integer({ min: -4, max: 4 })), (shown, swings) => {
        const sent = swings.filter((by) =>
          looksDifferent(risk({ points: shown }), risk({ points: shown + by })),
        );
        expect(sent).toEqual([]);
      }),
    );
  });
});
