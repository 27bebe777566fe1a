import { describe, expect, it } from 'vitest';
import { type Ended, endingOf } from '@/tests/support/run-ending';

const ended = (code: number | null, passed: number, failed = 0, skipped = 0): Ended => ({
  code,
  counts: { passed, failed, skipped },
});
const untold = (code: number | null): Ended => ({ code, counts: null });

describe('two runs beside each other', () => {
  it.each<[string, Ended[], string, number]>([
    ['that both pass', [ended(0, 3), ended(0, 40)], '43 passed, 0 failed', 0],
    ['of which one has none of these tests', [ended(0, 0), ended(0, 40)], '40 passed, 0 failed', 0],
    ['that skip something', [ended(0, 3, 0, 1), ended(0, 40)], '43 passed, 0 failed, 1 skipped', 0],
    ['of which a test fails', [ended(0, 3), ended(1, 39, 1)], '42 passed, 1 failed', 1],
    ['that both have none of these tests', [ended(0, 0), ended(0, 0)], '0 passed, 0 failed', 1],
    ['of which one says that all is well, and fails', [ended(1, 3), ended(0, 40)], '43 passed, 1 failed', 1],
    ['of which one falls silent', [untold(0), ended(0, 40)], '40 passed, 1 failed', 1],
    ['of which one is killed', [untold(null), ended(0, 40)], '40 passed, 1 failed', 1],
  ])('%s', (_what, runs, line, code) => expect(endingOf(runs, null)).toEqual({ line, code }));
});

describe('runs that are interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s say that, and count nothing', (by, code) => {
    for (const runs of [[], [untold(null), untold(130)], [ended(130, 3), ended(1, 39, 1)]])
      expect(endingOf(runs, by)).toEqual({ line: 'interrupted', code });
  });
});
