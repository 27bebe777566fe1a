import { describe, expect, it } from 'vitest';
import { parseDay, parseInstant, WHICH_IS_THE_DAY } from '@/server/import/parse-time';
import { zonedTime } from '@/server/import/zoned-time';

const utc = zonedTime('UTC');

describe('an instant', () => {
  it.each([
    ['2018-04-11T20:09', '2018-04-11T20:09:00.000Z'],
    ['2018-04-11 20:09:31', '2018-04-11T20:09:31.000Z'],
    ['2018-04-11T20:09:31.123Z', '2018-04-11T20:09:31.000Z'],
    ['2018-04-11T20:09+02:00', '2018-04-11T18:09:00.000Z'],
    ['2018-04-11 20:09:00 -0530', '2018-04-12T01:39:00.000Z'],
    ['2018/4/1 9:05', '2018-04-01T09:05:00.000Z'],
    ['11.04.2018 20:09', '2018-04-11T20:09:00.000Z'],
    ['2018-04-11', '2018-04-11T00:00:00.000Z'],
  ])('%s', (text, instant) => {
    const parsed = parseInstant(text, utc, null);
    expect('value' in parsed && parsed.value.toISOString()).toBe(instant);
  });

  it.each([
    '',
    'yesterday',
    '2018-02-29',
    '2018-13-01',
    '2018-00-10',
    '2018-04-31',
    '2018-04-11 24:00',
    '2018-04-11 20:60',
    '11.4.18',
    '20180411',
    '43201',
  ])('is not %j', (text) => {
    expect(parseInstant(text, utc, 'dmy')).toEqual({ fault: 'not a date that can be read' });
  });

  it('is refused where the day could be the month, until somebody says', () => {
    expect(parseInstant('03/04/2018 10:00', utc, null)).toEqual({ fault: WHICH_IS_THE_DAY });
    expect(parseInstant('03/04/2018', utc, 'dmy')).toEqual({ value: new Date('2018-04-03') });
    expect(parseInstant('03/04/2018', utc, 'mdy')).toEqual({ value: new Date('2018-03-04') });
    expect(parseInstant('03.04.2018', utc, 'mdy')).toEqual({ value: new Date('2018-04-03') });
  });
});

describe('a day', () => {
  it.each([
    ['2018-4-1', '2018-04-01'],
    ['2018-04-01T23:59:59Z', '2018-04-01'],
    ['1.4.2018', '2018-04-01'],
    ['29.02.2016', '2016-02-29'],
  ])('%s', (text, day) => {
    expect(parseDay(text, null)).toEqual({ value: day });
  });

  it('is refused like an instant', () => {
    expect(parseDay('04/01/2018', null)).toEqual({ fault: WHICH_IS_THE_DAY });
    expect(parseDay('2018-02-30', null)).toHaveProperty('fault');
  });
});
