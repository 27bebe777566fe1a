import { describe, expect, it } from 'vitest';
import { trendOf } from '@/lib/domain/trend';

const scores = (...values: number[]) => values.map((value) => ({ value }));

describe('a customer’s trend', () => {
  it.each([
    [[], 'not enough'],
    [[4], 'not enough'],
    [[6, 7], 'down'],
    [[8, 9], 'down'],
    [[0, 10], 'down'],
    [[9, 6], 'up'],
    [[7, 6], 'up'],
    [[3, 5], 'same'],
    [[9, 10], 'same'],
    [[10, 9], 'same'],
    [[7, 8, 0], 'same'],
    [[2, 8, 9, 9, 9], 'down'],
  ] as const)('of %j, newest first, is %s', (values, expected) => {
    expect(trendOf(scores(...values))).toBe(expected);
  });

  it('leaves out what a rep took down on a call', () => {
    expect(
      trendOf([
        { value: 10, mode: 'rep-collected' },
        { value: 3, mode: 'web' },
      ]),
    ).toBe('not enough');
    expect(trendOf([{ value: 3, mode: 'web' }, { value: 10, mode: 'rep-collected' }, { value: 9 }])).toBe(
      'down',
    );
  });
});
