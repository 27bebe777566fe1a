import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultThresholds, levelFor, type RiskInput, rationThresholds, scoreRisk } from '@/lib/domain/risk';

const now = new Date('2026-11-22T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

const nobody: RiskInput = {
  score: null,
  since: null,
  contract: null,
  contacts90: 0,
  openCase: false,
  brokenPromises: 0,
};

const points = (input: Partial<RiskInput>) => scoreRisk({ ...nobody, ...input }, now).points;

const contracts = ['longer', 'yearly', 'monthly'] as const;
const anyInput = fc.record({
  score: fc.option(
    fc.record({ value: fc.integer({ min: 0, max: 10 }), at: fc.integer({ min: 0, max: 500 }).map(daysAgo) }),
  ),
  since: fc.option(fc.integer({ min: 0, max: 2000 }).map((d) => daysAgo(d).slice(0, 10))),
  contract: fc.option(fc.constantFrom(...contracts)),
  contacts90: fc.nat(12),
  openCase: fc.boolean(),
  brokenPromises: fc.nat(5),
});

describe('the points scorecard', () => {
  it.each([0, 3, 4, 6, 7, 8, 9, 10].map((v, i) => [v, [35, 35, 25, 25, 5, 5, 0, 0][i] ?? -1] as const))(
    'a current score of %d gives %d points',
    (value, expected) => {
      expect(points({ score: { value, at: daysAgo(10) } })).toBe(expected);
    },
  );

  it.each([
    [180, 35, 'score-detractor'],
    [181, 18, 'score-ageing'],
    [365, 18, 'score-ageing'],
    [366, 0, undefined],
  ])('a score of 2 from %d days ago gives %d points, as %s', (days, expected, code) => {
    const risk = scoreRisk({ ...nobody, score: { value: 2, at: daysAgo(days) } }, now);
    expect([risk.points, risk.drivers[0]?.code]).toEqual([expected, code]);
  });

  it.each([
    ['2026-11-22', 15],
    ['2026-05-23', 15],
    ['2026-05-22', 10],
    ['2025-11-23', 10],
    ['2025-11-22', 5],
    ['2024-11-23', 5],
    ['2024-11-22', 0],
    ['2001-01-01', 0],
  ])('a customer since %s gives %d points', (since, expected) => {
    expect(points({ since })).toBe(expected);
  });

  it('contract, contacts, case and promises give their points', () => {
    expect(contracts.map((contract) => points({ contract }))).toEqual([0, 5, 20]);
    expect([0, 1, 2, 3, 4, 5, 9].map((contacts90) => points({ contacts90 }))).toEqual([
      0, 0, 5, 15, 15, 25, 25,
    ]);
    expect(points({ openCase: true })).toBe(10);
    expect([0, 1, 2, 7].map((brokenPromises) => points({ brokenPromises }))).toEqual([0, 15, 25, 25]);
  });

  it('names the strongest driver first and none without points', () => {
    const risk = scoreRisk(
      {
        score: { value: 5, at: daysAgo(3) },
        since: '2026-10-01',
        contract: 'longer',
        contacts90: 5,
        openCase: true,
        brokenPromises: 1,
      },
      now,
    );
    expect(risk.drivers).toEqual([
      { code: 'score-detractor', points: 25 },
      { code: 'contacts-many', points: 25 },
      { code: 'tenure-short', points: 15 },
      { code: 'promise-broken', points: 15 },
      { code: 'case-open', points: 10 },
    ]);
    expect(risk.points).toBe(90);
  });

  it('takes nothing else: no field could carry an age, a gender or a household', () => {
    const scored = scoreRisk({ ...nobody, contract: 'monthly' }, now);
    const stuffed = { ...nobody, contract: 'monthly' as const, senior: 'Yes', gender: 'f', dependents: 3 };
    expect(scoreRisk(stuffed, now)).toEqual(scored);
    expect(Object.keys(nobody).sort()).toEqual([
      'brokenPromises',
      'contacts90',
      'contract',
      'openCase',
      'score',
      'since',
    ]);
    // @ts-expect-error a protected attribute doesn't fit the type
    const refused: RiskInput = { ...nobody, senior: true };
    expect(refused).toBeDefined();
  });

  it('adds up to its drivers, strongest first, at most six', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { points: total, drivers } = scoreRisk(input, now);
        expect(drivers.reduce((sum, d) => sum + d.points, 0)).toBe(total);
        expect(drivers.map((d) => d.points)).toEqual(drivers.map((d) => d.points).sort((a, b) => b - a));
        expect(drivers.every((d) => d.points > 0) && drivers.length <= 6).toBe(true);
      }),
    );
  });

  it.each<[string, fc.Arbitrary<[Partial<RiskInput>, Partial<RiskInput>]>]>([
    [
      'a lower score',
      fc
        .tuple(fc.nat(10), fc.nat(10), fc.nat(500))
        .map(([a, b, d]) => [
          { score: { value: Math.max(a, b), at: daysAgo(d) } },
          { score: { value: Math.min(a, b), at: daysAgo(d) } },
        ]),
    ],
    [
      'a fresher score',
      fc
        .tuple(fc.nat(10), fc.nat(500), fc.nat(500))
        .map(([value, a, b]) => [
          { score: { value, at: daysAgo(Math.max(a, b)) } },
          { score: { value, at: daysAgo(Math.min(a, b)) } },
        ]),
    ],
    [
      'a later start',
      fc
        .tuple(fc.nat(2000), fc.nat(2000))
        .map(([a, b]) => [
          { since: daysAgo(Math.max(a, b)).slice(0, 10) },
          { since: daysAgo(Math.min(a, b)).slice(0, 10) },
        ]),
    ],
    [
      'a shorter contract',
      fc
        .tuple(fc.nat(2), fc.nat(2))
        .map(([a, b]) => [
          { contract: contracts[Math.min(a, b)] ?? null },
          { contract: contracts[Math.max(a, b)] ?? null },
        ]),
    ],
    [
      'more contacts',
      fc
        .tuple(fc.nat(9), fc.nat(9))
        .map(([a, b]) => [{ contacts90: Math.min(a, b) }, { contacts90: Math.max(a, b) }]),
    ],
    ['an open case', fc.constant([{ openCase: false }, { openCase: true }])],
    [
      'more broken promises',
      fc
        .tuple(fc.nat(5), fc.nat(5))
        .map(([a, b]) => [{ brokenPromises: Math.min(a, b) }, { brokenPromises: Math.max(a, b) }]),
    ],
  ])('%s never lowers the points', (_what, pair) => {
    fc.assert(
      fc.property(anyInput, pair, (input, [less, more]) => {
        const before = scoreRisk({ ...input, ...less }, now).points;
        expect(scoreRisk({ ...input, ...more }, now).points).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('evidence', () => {
  it.each<[boolean, string, Partial<RiskInput>]>([
    [false, 'contract and tenure alone', { contract: 'monthly', since: '2026-11-01' }],
    [false, 'an expired score', { score: { value: 0, at: daysAgo(400) } }],
    [true, 'an ageing score', { score: { value: 9, at: daysAgo(300) } }],
    [true, 'a promoter’s score', { score: { value: 10, at: daysAgo(1) } }],
    [true, 'one contact', { contacts90: 1 }],
    [true, 'an open case', { openCase: true }],
    [true, 'a broken promise', { brokenPromises: 1 }],
  ])('is %s for %s', (expected, _what, input) => {
    expect(scoreRisk({ ...nobody, ...input }, now).evidence).toBe(expected);
  });
});

describe('levels', () => {
  it.each([
    [0, 'low'],
    [34, 'low'],
    [35, 'elevated'],
    [54, 'elevated'],
    [55, 'high'],
    [79, 'high'],
    [80, 'critical'],
    [130, 'critical'],
  ] as const)('%d points are %s', (total, level) => {
    expect(levelFor(total, true, defaultThresholds)).toBe(level);
  });

  it('are unknown without evidence, whatever the points', () => {
    fc.assert(
      fc.property(fc.nat(200), (total) => {
        expect(levelFor(total, false, defaultThresholds)).toBe('unknown');
      }),
    );
  });
});

describe('the ration', () => {
  it('leaves the thresholds alone while few enough are at risk', () => {
    expect(rationThresholds([90, 60, 10, 0, 0, 0, 0, 0, 0, 0], 0.2)).toBe(defaultThresholds);
    expect(rationThresholds([], 0.15)).toBe(defaultThresholds);
  });

  it('raises high, and critical with it, when too many are', () => {
    const crowd = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(rationThresholds(crowd, 0.15)).toEqual({ elevated: 35, high: 86, critical: 86 });
    expect(rationThresholds(crowd, 0.3)).toEqual({ elevated: 35, high: 71, critical: 80 });
  });

  it('lets fewer through rather than break a tie', () => {
    expect(rationThresholds([70, 70, 70, 0, 0, 0, 0, 0, 0, 0], 0.2).high).toBe(71);
    expect(rationThresholds([90, 70, 70, 0, 0, 0, 0, 0, 0, 0], 0.2).high).toBe(71);
  });

  it('is never exceeded, and never tighter than it must be', () => {
    const crowd = fc.array(fc.nat(130), { maxLength: 300 });
    fc.assert(
      fc.property(crowd, fc.integer({ min: 0, max: 100 }), (all, percent) => {
        const { high, critical, elevated } = rationThresholds(all, percent / 100);
        const atRisk = (from: number) => all.filter((p) => p >= from).length;
        expect(atRisk(high)).toBeLessThanOrEqual((percent / 100) * all.length);
        expect(elevated).toBe(defaultThresholds.elevated);
        expect(critical).toBeGreaterThanOrEqual(high);
        if (high > defaultThresholds.high)
          expect(atRisk(high - 1)).toBeGreaterThan(Math.floor((percent / 100) * all.length));
      }),
    );
  });
});
