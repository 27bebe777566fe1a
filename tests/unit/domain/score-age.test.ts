import { describe, expect, it } from 'vitest';
import { ageInDays, scoreAge } from '@/lib/domain/score-age';

const now = new Date('2018-06-30T00:00:00Z');

describe('the age of a score', () => {
  it.each([
    ['2018-06-30T00:00:00Z', 0, 'current'],
    ['2018-01-01T00:00:00Z', 180, 'current'],
    ['2017-12-31T23:00:00Z', 180, 'current'],
    ['2017-12-31T00:00:00Z', 181, 'ageing'],
    ['2017-06-30T00:00:00Z', 365, 'ageing'],
    ['2017-06-29T00:00:00Z', 366, 'expired'],
    ['2018-06-30T02:00:00+02:00', 0, 'current'],
    ['2018-07-04T00:00:00Z', 0, 'current'],
  ])('%s is %d days and %s', (at, days, age) => {
    expect([ageInDays(at, now), scoreAge(at, now)]).toEqual([days, age]);
  });

  it('is expired where the date can’t be read', () => {
    expect(scoreAge('last week', now)).toBe('expired');
  });
});
