import { describe, expect, it } from 'vitest';
import {
  formatAge,
  formatAgo,
  formatDate,
  formatDay,
  formatFullDay,
  formatMegabytes,
  formatMoment,
  formatMoney,
  formatSpokenDay,
  formatTenure,
  formatWaited,
  formatWhen,
  plural,
} from '@/lib/ui/format';

/** Midday, so that the day is the same in every zone of Europe, Africa and the Americas. */
const now = new Date('2026-11-22T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
const MIN = 60_000;
const H = 60 * MIN;
const D = 24 * H;

describe('times', () => {
  it.each([
    [20_000, 'just now'],
    [5 * MIN, '5 min ago'],
    [3 * H, '3 h ago'],
    [19 * D, '3 Nov'],
    [400 * D, '18 Oct 2025'],
  ])('%i ms ago is %s', (ms, words) => expect(formatWhen(ago(ms), now)).toBe(words));

  it.each([
    [0, 'today'],
    [D, '1 day ago'],
    [12 * D, '12 days ago'],
    [89 * D, '89 days ago'],
    [210 * D, '6 months ago'],
    [3 * 366 * D, '3 years ago'],
  ])('an age of %i ms is %s', (ms, words) => expect(formatAgo(ago(ms), now)).toBe(words));

  it('an age is never negative', () => expect(formatAge(ago(-5 * D), now)).toBe('today'));

  it.each([
    [10_000, ''],
    [MIN, '1 min'],
    [12 * MIN, '12 min'],
    [3 * H, '3 h'],
    [50 * H, '2 days'],
  ])('waited %i ms: %s', (ms, words) => expect(formatWaited(ago(ms), now)).toBe(words));

  it.each([
    ['2026-11-22', 'today'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-21', 'yesterday'],
    ['2026-11-27', 'Fri 27 Nov'],
    ['2027-01-05', '5 Jan 2027'],
  ])('%s is %s', (date, words) => expect(formatDay(date, now)).toBe(words));

  it.each([
    ['2026-11-22', 'today'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-21', 'yesterday'],
    ['2026-12-01', 'Tuesday the 1st of December'],
    ['2026-12-02', 'Wednesday the 2nd of December'],
    ['2026-12-03', 'Thursday the 3rd of December'],
    ['2026-11-09', 'Monday the 9th of November'],
    ['2026-12-11', 'Friday the 11th of December'],
    ['2027-01-22', 'Friday the 22nd of January 2027'],
  ])('%s is said: %s', (date, words) => expect(formatSpokenDay(date, now)).toBe(words));

  it('a date without a time is that very day', () => expect(formatDate('2026-11-03', now)).toBe('3 Nov'));
});

it.each([
  [0, / today$/],
  [1, / yesterday$/],
  [4, / on Wed,? 18 Nov$/],
  [400, / on 18 Oct 2025$/],
])('a moment %i days ago carries its clock time and its day', (days, on) => {
  const moment = new Date(now.getTime() - days * 86_400_000);
  expect(formatMoment(moment.toISOString(), now)).toMatch(on);
  expect(formatMoment(moment.toISOString(), now)).toMatch(/^\d\d:\d\d /);
});

it.each([
  [0, 'under 1 MB'],
  [12_400_000, '12 MB'],
  [1_200_000_000, '1,200 MB'],
])('%i bytes are %s', (bytes, words) => expect(formatMegabytes(bytes)).toBe(words));

describe('tenure', () => {
  it.each([
    ['2020-08-14', '6 y 3 m'],
    ['2025-11-22', '1 y'],
    ['2026-06-01', '5 m'],
    ['2026-11-01', 'new'],
  ])('since %s: %s', (since, words) => expect(formatTenure(since, now)).toBe(words));
});

describe('money', () => {
  it.each([
    [5000, 'EUR', '€50'],
    [1750, 'EUR', '€17.50'],
    [500, 'JPY', '¥500'],
  ])('%i in %s is %s', (minor, currency, words) => expect(formatMoney(minor, currency)).toBe(words));
});

it('counts one as one', () => {
  expect(plural(1, 'contact', 'contacts')).toBe('1 contact');
  expect(plural(1200, 'contact', 'contacts')).toBe('1,200 contacts');
});

it('names a day in full for what is read in another year', () => {
  expect(formatFullDay('2026-11-27')).toBe('Fri, 27 Nov 2026');
});
