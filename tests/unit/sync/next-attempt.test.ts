import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttemptHistory, afterAttempt, nextAttempt, noHistory } from '@/lib/sync/next-attempt';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const fail = (history: AttemptHistory, change: { random?: number; retryAfterMs?: number | null } = {}) =>
  afterAttempt(history, { now: NOW, ok: false, retryAfterMs: null, random: 0, ...change });
const failTimes = (times: number) =>
  Array.from({ length: times }).reduce<AttemptHistory>((history) => fail(history), noHistory);
const waitAfter = (history: AttemptHistory, urgent = false) => nextAttempt(history, NOW, urgent) - NOW;

describe('when to try again', () => {
  it.each([
    [1, 2_000],
    [2, 4_000],
    [3, 8_000],
    [7, 128_000],
    [8, 256_000],
    [9, 300_000],
    [500, 300_000],
  ])('after %i failures in a row: %i ms', (failures, wait) => {
    expect(waitAfter(failTimes(failures))).toBe(wait);
  });

  it('at once when nothing has failed', () => {
    expect(nextAttempt(noHistory, NOW, false)).toBeLessThanOrEqual(NOW);
  });

  it('forgets the failures with the first success', () => {
    const ok = afterAttempt(failTimes(9), { now: NOW, ok: true, retryAfterMs: null, random: 0 });
    expect(nextAttempt(ok, NOW, false)).toBeLessThanOrEqual(NOW);
    expect(waitAfter(fail(ok))).toBe(2_000);
  });

  it('spreads over half of the wait by chance', () => {
    expect(waitAfter(fail(noHistory, { random: 1 }))).toBe(1_000);
    expect(waitAfter(fail(noHistory, { random: 0.5 }))).toBe(1_500);
  });

  it('obeys the store’s wish, also where it is longer than our own patience and someone is in a hurry', () => {
    const history = fail(noHistory, { retryAfterMs: 600_000 });
    expect(waitAfter(history)).toBe(600_000);
    expect(waitAfter(history, true)).toBe(600_000);
  });

  it('tries at once when someone is in a hurry and the store has asked for nothing', () => {
    expect(nextAttempt(failTimes(9), NOW, true)).toBeLessThanOrEqual(NOW);
  });

  it('tries at once after the clock was set back by a day', () => {
    const yesterday = NOW - 24 * 3_600_000;
    const history = fail(failTimes(3), { retryAfterMs: 60_000 });
    expect(nextAttempt(history, yesterday, false)).toBeLessThanOrEqual(yesterday);
  });

  it('never waits for more than five minutes by itself, nor an hour in all, wherever the clock jumps', () => {
    const attempt = fc.record({
      ok: fc.boolean(),
      retryAfterMs: fc.option(fc.integer({ min: 0, max: 3_600_000 })),
      random: fc.double({ min: 0, max: 1, noNaN: true }),
      now: fc.integer({ min: NOW - 1e10, max: NOW + 1e10 }),
    });
    fc.assert(
      fc.property(
        fc.array(attempt, { maxLength: 30 }),
        fc.integer({ min: NOW - 1e10, max: NOW + 1e10 }),
        (ends, now) => {
          const history = ends.reduce(afterAttempt, noHistory);
          const asked = ends.at(-1)?.retryAfterMs ?? null;
          const longest = asked === null || ends.at(-1)?.ok ? 300_000 : 3_600_000;
          expect(nextAttempt(history, now, false) - now).toBeLessThanOrEqual(longest);
          expect(nextAttempt(history, now, true)).toBeLessThanOrEqual(nextAttempt(history, now, false));
        },
      ),
    );
  });
});
