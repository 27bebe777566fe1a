import { describe, expect, it } from 'vitest';
import { doubtKinds } from '@/lib/domain/doubt';
import { timeLeft } from '@/lib/ui/time-left';
import { doubtWords } from '@/lib/ui/words/doubt-words';
import { toldWords } from '@/lib/ui/words/told-words';

const now = new Date('2026-11-22T12:00:00Z');

describe('how often, in words', () => {
  it.each([
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [112, '112th'],
  ])('%d is the %s', (nth, word) => {
    expect(toldWords.nth(nth, 'Billing', 40, false)).toBe(`${word} contact about billing in 40 days`);
  });

  it('is said as it would be spoken', () => {
    expect(toldWords.nth(21, 'Billing', 1, true)).toBe('At least the 21st contact about billing in a day');
    expect(toldWords.before(1, 'Price', 12, false)).toBe('1 contact about price in 12 days');
    expect(toldWords.first('TV', 90)).toBe('First contact about TV in 90 days');
  });
});

describe('what a clock still gives', () => {
  it.each([
    ['2026-11-22T12:00:30Z', '1 min left', false],
    ['2026-11-22T12:40:00Z', '40 min left', false],
    ['2026-11-22T20:00:00Z', '8 h left', false],
    ['2026-11-23T13:00:00Z', 'due tomorrow', false],
    ['2026-11-27T12:00:00Z', 'due Fri 27 Nov, 5 days left', false],
    ['2026-11-22T11:59:00Z', '1 min overdue', true],
    ['2026-11-21T13:00:00Z', '23 h overdue', true],
    ['2026-11-21T11:00:00Z', 'was due yesterday', true],
    ['2026-11-17T11:00:00Z', 'was due Tue 17 Nov, 5 days overdue', true],
    ['2025-12-30T11:00:00Z', 'was due 30 Dec 2025, 327 days overdue', true],
  ])('%s: %s', (due, text, late) => expect(timeLeft(due, now, 'UTC')).toEqual({ text, late }));

  it.each([
    ['2026-11-27', 'due Fri 27 Nov, 5 days left', false],
    ['2026-11-23', 'due tomorrow', false],
    ['2026-11-22', 'due today', false],
    ['2026-11-21', 'was due yesterday', true],
    ['2026-11-12', 'was due Thu 12 Nov, 10 days overdue', true],
  ])('of a day lasts until that day is over, and days are counted on the calendar: %s', (due, text, late) => {
    for (const hour of ['00:30', '12:00', '23:30'])
      expect(timeLeft(due, new Date(`2026-11-22T${hour}:00Z`), 'UTC')).toEqual({ text, late });
  });

  it('counts the days of a moment on the calendar too', () => {
    expect(timeLeft('2026-11-20T23:00:00Z', now, 'UTC').text).toBe('was due Fri 20 Nov, 2 days overdue');
    expect(timeLeft('2026-11-24T01:00:00Z', now, 'UTC').text).toBe('due Tue 24 Nov, 2 days left');
  });

  it('ends a day by the organisation’s clock', () => {
    const lateInLondon = new Date('2026-11-22T23:30:00Z');
    expect(timeLeft('2026-11-22', lateInLondon, 'Europe/London').text).toBe('due today');
    expect(timeLeft('2026-11-22', lateInLondon, 'Europe/Berlin').text).toBe('was due yesterday');
    expect(timeLeft('2026-11-20T23:30:00Z', lateInLondon, 'Europe/Berlin').text).toMatch(
      /Sat 21 Nov, 2 days/,
    );
  });
});

it('nothing said of a customer or of a doubt is a word that a customer beside the screen should not read', () => {
  const doubts = doubtKinds.map((kind) => doubtWords.kinds[kind]);
  const texts = [...Object.values(doubtWords), ...Object.values(toldWords), ...doubts].map(String);
  expect(texts.filter((t) => /detractor|promoter|passive|\bNPS\b/i.test(t))).toEqual([]);
});
