import { describe, expect, it } from 'vitest';
import { approvalFace } from '@/lib/ui/approval-face';
import { moneyText, parseMoney } from '@/lib/ui/money-input';
import { makeApproval, makeAsked } from '../../components/support/make-approval';

const at = '2031-01-01T00:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(at) + seconds * 1000);

describe('what a rep sees of their question', () => {
  it.each([
    ['at once', 0, { name: 'Sunita Sharma', next: 'Zoe Lund', secondsLeft: 60 }],
    ['by the store’s clock, however this one stands', 59, { name: 'Sunita Sharma', secondsLeft: 1 }],
    [
      'gone on to the next, though the store hasn’t been heard since',
      61,
      { name: 'Zoe Lund', next: null, secondsLeft: 59 },
    ],
    // An answer in the last moment may be on its way.
    [
      'over, as long as the store hasn’t said so',
      500,
      { state: 'waiting', name: 'Zoe Lund', secondsLeft: 0 },
    ],
  ])('%s', (_, seconds, seen) => {
    expect(approvalFace(makeAsked(makeApproval(), { at }), later(seconds))).toMatchObject(seen);
  });

  it.each([
    ['nothing was asked', null, null],
    ['it was taken back', makeAsked(makeApproval({ state: 'withdrawn' })), null],
    ['it never reached the store', makeAsked(null, { reached: false }), { state: 'offline' }],
    [
      'nobody is there to ask',
      makeAsked(makeApproval({ people: [] })),
      { state: 'nobody', wasAnyone: false },
    ],
    [
      'it ran out, out of reach',
      makeAsked(makeApproval({}, 200), { at, reached: false }),
      { state: 'nobody', wasAnyone: true },
    ],
  ])('where %s', (_, asked, face) => expect(approvalFace(asked, later(0))).toEqual(face));
});

describe('an amount as somebody types it', () => {
  it.each([
    ['12', 'EUR', 1200],
    [' 12.5 ', 'EUR', 1250],
    ['12,50', 'EUR', 1250],
    ['0', 'EUR', 0],
    ['1200', 'JPY', 1200],
    ['12.5', 'JPY', null],
    ['12.505', 'EUR', null],
    ['1.200,00', 'EUR', null],
    ['-3', 'EUR', null],
    ['€12', 'EUR', null],
    ['', 'EUR', null],
    ['12345678', 'EUR', null],
  ])('%s %s', (text, currency, minor) => expect(parseMoney(text, currency)).toBe(minor));

  it.each([
    [1200, 'EUR', '12'],
    [1250, 'EUR', '12.50'],
    [1200, 'JPY', '1200'],
  ])('%i %s stands in the field as %s', (minor, currency, text) => {
    expect(moneyText(minor, currency)).toBe(text);
    expect(parseMoney(text, currency)).toBe(minor);
  });
});
