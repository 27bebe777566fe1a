import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf } from '@/lib/domain/band';
import {
  type BandCounts,
  compareNps,
  countBands,
  npsInterval,
  npsOf,
  rawStandardError,
  summariseNps,
} from '@/lib/domain/nps';

const counts = (promoters: number, passives: number, detractors: number): BandCounts => ({
  promoters,
  passives,
  detractors,
});

const anyCounts = fc.record({
  promoters: fc.nat(5000),
  passives: fc.nat(5000),
  detractors: fc.nat(5000),
});

describe('bands', () => {
  it('are detractor to 6, passive to 8, promoter to 10', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(bandOf)).toEqual(Array(7).fill('detractor'));
    expect([7, 8].map(bandOf)).toEqual(['passive', 'passive']);
    expect([9, 10].map(bandOf)).toEqual(['promoter', 'promoter']);
  });

  it.each([-1, 11, 8.5, Number.NaN, Number.POSITIVE_INFINITY])('refuse %s', (score) => {
    expect(() => bandOf(score)).toThrow(RangeError);
  });

  it('leave out an answer without a score', () => {
    expect(countBands([10, null, 0, 7, null, 9])).toEqual(counts(2, 1, 1));
  });
});

describe('NPS', () => {
  it.each([
    [counts(50, 30, 20), 30.0, 7.81, 29.126, 14.05, 44.2],
    [counts(200, 120, 80), 30.0, 3.905, 29.777, 22.15, 37.4],
    [counts(12, 8, 5), 28.0, 15.513, 25.0, -3.65, 53.65],
    [counts(5, 3, 2), 30.0, 24.698, 23.077, -19.05, 65.2],
    [counts(10, 0, 0), 100, 0, 76.923, 47.5, 100],
    [counts(0, 0, 10), -100, 0, -76.923, -100, -47.5],
    [counts(0, 25, 0), 0, 0, 0, -8.57, 8.57],
  ])('of %j is %d, with error and interval as published', (c, nps, error, adjusted, low, high) => {
    const interval = npsInterval(c);
    expect(npsOf(c)).toBeCloseTo(nps, 3);
    expect(rawStandardError(c)).toBeCloseTo(error, 3);
    expect(interval.adjusted).toBeCloseTo(adjusted, 3);
    expect(interval.low).toBeCloseTo(low, 2);
    expect(interval.high).toBeCloseTo(high, 2);
  });

  it.each([
    ['all answers pooled', counts(690, 392, 1271), -24.69, -28.21, -21.11],
    ['latest per customer', counts(591, 329, 1095), -25.01, -28.81, -21.14],
    ['Order', counts(341, 184, 437), -9.98, -15.58, -4.31],
    ['First Payment', counts(307, 185, 638), -29.29, -34.26, -24.17],
    ['Equipment Received', counts(39, 22, 170), -56.71, -65.79, -46.17],
    ['Service in Use', counts(3, 1, 26), -76.67, -92.29, -47.1],
  ])('of the telco answers, %s', (_group, c, nps, low, high) => {
    const summary = summariseNps(c);
    expect(summary.show).toBe('score');
    if (summary.show !== 'score') return;
    expect(summary.nps).toBeCloseTo(nps, 2);
    expect(summary.low).toBeCloseTo(low, 2);
    expect(summary.high).toBeCloseTo(high, 2);
  });

  it('counts the passives: 10, 2, 7, 8, 6 are -20, not +20', () => {
    expect(npsOf(countBands([10, 2, 7, 8, 6]))).toBeCloseTo(-20, 10);
  });

  it('of nobody is null, not 0', () => {
    expect(npsOf(counts(0, 0, 0))).toBeNull();
    expect(rawStandardError(counts(0, 0, 0))).toBeNull();
  });

  it('lies in its interval, and the interval within -100 and 100', () => {
    fc.assert(
      fc.property(anyCounts, (c) => {
        const { low, high } = npsInterval(c);
        const nps = npsOf(c);
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(high).toBeLessThanOrEqual(100);
        if (nps !== null) expect(low <= nps && nps <= high).toBe(true);
      }),
    );
  });
});

describe('what may be shown', () => {
  it.each([
    [counts(0, 0, 0), 'nothing'],
    [counts(0, 0, 1), 'counts'],
    [counts(20, 5, 4), 'counts'],
    [counts(20, 5, 5), 'score'],
  ])('of %j: %s', (c, show) => {
    expect(summariseNps(c)).toMatchObject({ show, counts: c });
  });
});

describe('the difference of two groups', () => {
  it('a fall of 20 points with 100 answers each is not significant', () => {
    const test = compareNps(counts(50, 30, 20), counts(40, 30, 30));
    expect(test.difference).toBeCloseTo(19.42, 2);
    expect(test.standardError).toBeCloseTo(11.209, 3);
    expect(test.z).toBeCloseTo(1.732, 3);
    expect(test.p).toBeCloseTo(0.083, 3);
  });

  it('the same fall with 400 answers each is', () => {
    const test = compareNps(counts(200, 120, 80), counts(160, 120, 120));
    expect(test.z).toBeCloseTo(3.497, 3);
    expect(test.p).toBeCloseTo(0.0005, 4);
  });

  it('is the same the other way round, with its sign turned', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (a, b) => {
        const [there, back] = [compareNps(a, b), compareNps(b, a)];
        expect(back.difference).toBeCloseTo(-there.difference, 9);
        expect(back.p).toBeCloseTo(there.p, 9);
        expect(there.p).toBeGreaterThanOrEqual(0);
        expect(there.p).toBeLessThanOrEqual(1.0000002);
      }),
    );
  });
});
