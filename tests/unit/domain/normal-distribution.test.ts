import { describe, expect, it } from 'vitest';
import { twoSidedP } from '@/lib/domain/normal-distribution';

describe('the two-sided p of a z', () => {
  it.each([
    [0, 1],
    [1, 0.317310508],
    [1.644854, 0.1],
    [1.959964, 0.05],
    [2.575829, 0.01],
    [3.290527, 0.001],
    [5, 5.733031e-7],
  ])('z = %d: %d, as in the tables', (z, p) => {
    expect(Math.abs(twoSidedP(z) / p - 1)).toBeLessThan(3e-6);
    expect(twoSidedP(-z)).toBe(twoSidedP(z));
  });
});
