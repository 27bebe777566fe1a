import { describe, expect, it } from 'vitest';
import { readOptions } from '@/demo/options';

const here = 'package.json';

describe('what may be typed after npm start', () => {
  it('reads files, day, country and port', () => {
    const args = [
      '--customers',
      here,
      '--responses',
      here,
      '--as-of',
      '2018-06-30',
      '--region',
      'gb',
      '--port',
      '9000',
      '--headless',
    ];
    expect(readOptions(args)).toEqual({
      headless: true,
      port: 9000,
      files: { customers: here, responses: here },
      asOf: '2018-06-30',
      region: 'GB',
    });
  });

  it('takes the generated organisation, today and port 8787 where nothing is said', () => {
    expect(readOptions([])).toMatchObject({ port: 8787, files: null, asOf: null });
  });

  it('reads nothing else where it is asked what may be typed', () => {
    expect(readOptions(['--help', '--port', '0'])).toBeNull();
  });

  it.each([
    ['one file without the other', ['--customers', here], /belong together/],
    ['a file that is not there', ['--customers', 'nowhere.csv', '--responses', here], /no file nowhere\.csv/],
    ['a day that is none', ['--as-of', '30.6.2018'], /is no day/],
    ['a day that no calendar has', ['--as-of', '2018-13-40'], /is no day/],
    ['a port that is none', ['--port', '0'], /is no port/],
    ['a country that is none', ['--region', 'England'], /is no country/],
    ['a word it does not know', ['--colour', 'blue'], /colour/],
  ])('refuses %s', (_name, args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
