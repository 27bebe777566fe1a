import { describe, expect, it } from 'vitest';
import { latestPerCustomer } from '@/lib/domain/latest-per-customer';

const answer = (customerId: string, at: string, score: number) => ({ customerId, at, score });

describe('the latest answer per customer', () => {
  it('is by instant, not by spelling or place in the list', () => {
    const answers = [
      answer('a', '2018-05-01T10:00:00+02:00', 1),
      answer('a', '2018-05-01T09:00:00Z', 2),
      answer('a', '2018-04-30T23:59:00Z', 3),
      answer('b', '2018-01-01T00:00:00Z', 4),
    ];
    expect(latestPerCustomer(answers).map((a) => a.score)).toEqual([2, 4]);
    expect(latestPerCustomer(answers.reverse()).map((a) => a.score)).toEqual([4, 2]);
  });

  it('of two at the same instant is the later in the list', () => {
    const at = '2018-05-01T10:00:00Z';
    expect(latestPerCustomer([answer('a', at, 1), answer('a', at, 9)]).map((a) => a.score)).toEqual([9]);
    expect(latestPerCustomer([])).toEqual([]);
  });
});
