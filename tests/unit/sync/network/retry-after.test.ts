import { describe, expect, it } from 'vitest';
import { retryAfter } from '@/lib/sync/network/retry-after';

const now = new Date('2026-11-22T09:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 09:01:30 GMT', 90_000],
    ['Sun, 22 Nov 2026 08:00:00 GMT', 0],
    ['99999999', 3_600_000],
    ['soon', null],
    ['', null],
    ['-5', null],
    [null, null],
  ])('%j is %j ms', (header, ms) => {
    expect(retryAfter(header, now)).toBe(ms);
  });
});
