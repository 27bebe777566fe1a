import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedAmounts } from '@/lib/domain/named-amounts';
import { type PromiseAround, promiseWarnings, withAmount } from '@/lib/domain/promise-guard';
import { workCalendarSchema } from '@/lib/domain/work-calendar';
import { makeOffer } from '../../components/support/make-view';

const around: PromiseAround = {
  offers: [],
  limitMinor: 5000,
  currency: 'EUR',
  calendar: workCalendarSchema.parse({ holidays: ['2026-12-25'] }),
  today: '2026-11-27',
  open: [],
};
const promise = (what: string, dueOn = '2026-12-01') => ({ what, dueOn, by: 'Rosa' });
const kinds = (what: string, more: Partial<PromiseAround> = {}, dueOn?: string) =>
  promiseWarnings(promise(what, dueOn), { ...around, ...more }).map(({ kind }) => kind);

describe('sums that a text names', () => {
  it.each([
    ['€80 back', [8000]],
    ['80 € back, and 12,50€', [8000, 1250]],
    ['refund 1.200,50 EUR', [120050]],
    ['refund EUR 1,200.50', [120050]],
    ['80 euros', [8000]],
    ['80 Euro', [8000]],
    ['order 80123, call 0800 80 80', []],
    ['80 europeans', []],
    ['$80', []],
  ])('%s', (text, minor) => {
    expect(namedAmounts(text, 'EUR').map((one) => one.minor)).toEqual(minor);
  });

  it.each([
    ['£25 off', 'GBP', 2500],
    ['25 pounds off', 'GBP', 2500],
    ['$25 off', 'USD', 2500],
    ['25 dólares', 'USD', 2500],
    ['¥2500', 'JPY', 2500],
  ])('%s in %s', (text, currency, minor) => {
    expect(namedAmounts(text, currency)[0]?.minor).toBe(minor);
  });

  it('stand where they are said to stand, in any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 99_999 }), fc.string(), (before, n, after) => {
        const text = `${before} €${n} ${after}`;
        for (const { start, end } of namedAmounts(text, 'EUR')) expect(text.slice(start, end)).toMatch(/\d/);
      }),
    );
  });
});

describe('the limit', () => {
  it.each([
    ['a sum within it', 'Refund €50', []],
    ['a sum over it', 'Refund €50.01', ['over-limit']],
    ['no sum', 'Ring back', []],
  ])('%s', (_, what, expected) => {
    expect(kinds(what)).toEqual(expected);
  });

  it('is one for promise and offers together', () => {
    const offers = [makeOffer({ amountMinor: 1800 })];
    expect(kinds('Refund €40', { offers })).toEqual(['over-limit']);
  });

  it('counts a sum once that was offered already', () => {
    expect(kinds('Refund €40', { offers: [makeOffer({ amountMinor: 4000 })] })).toEqual([]);
  });

  it('doesn’t count what was declined', () => {
    expect(kinds('Refund €40', { offers: [makeOffer({ amountMinor: 1800, state: 'declined' })] })).toEqual(
      [],
    );
  });

  it('doesn’t count what a supervisor has approved, nor the promise of just that', () => {
    const offers = [makeOffer({ amountMinor: 6000, approvalId: '0197a000-0000-7000-8000-00000000000a' })];
    expect(kinds('Ring back', { offers })).toEqual([]);
    expect(kinds('Refund €60', { offers })).toEqual([]);
    expect(kinds('Refund €51', { offers })).toEqual(['over-limit']);
  });

  it('is told where the sum stands, so that it can be lowered', () => {
    const [warning] = promiseWarnings(promise('We refund 80 euros by post'), around);
    const named = warning?.kind === 'over-limit' ? warning.named : null;
    expect(named && withAmount('We refund 80 euros by post', named, '€50')).toBe('We refund €50 by post');
  });
});

describe('the day', () => {
  it.each([
    ['2026-11-28', { before: '2026-11-27', after: '2026-11-30' }],
    ['2026-12-25', { before: '2026-12-24', after: '2026-12-28' }],
  ])('%s is nobody’s working day, and the nearest are named', (dueOn, near) => {
    expect(promiseWarnings(promise('Ring back', dueOn), around)).toEqual([
      { kind: 'day-off', dueOn, ...near },
    ]);
  });

  it('is never moved to before today', () => {
    const [warning] = promiseWarnings(promise('Ring back', '2026-11-29'), { ...around, today: '2026-11-28' });
    expect(warning).toMatchObject({ kind: 'day-off', before: null, after: '2026-11-30' });
  });

  it('is not one that has passed', () => {
    expect(promiseWarnings(promise('Ring back', '2026-11-20'), around)).toEqual([
      { kind: 'past', dueOn: '2026-11-20', after: '2026-11-30' },
    ]);
  });
});

describe('what stands against a promise', () => {
  it('begins with the limit, which needs an answer, before what is only to be kept in mind', () => {
    const open = [{ what: 'Corrected bill', dueOn: '2026-11-27', state: 'due' as const }];
    expect(kinds('Refund €80', { open }, '2026-11-28')).toEqual(['over-limit', 'open-promise', 'day-off']);
  });
});

describe('what was promised before', () => {
  const refund = { what: 'Refund of €18', dueOn: '2026-11-17', state: 'broken' as const };
  const bill = { what: 'Corrected bill', dueOn: '2026-11-27', state: 'due' as const };

  it('is named, what wasn’t done first, each once', () => {
    const found = promiseWarnings(promise('Ring back'), { ...around, open: [bill, refund, refund] });
    expect(found).toEqual([
      { kind: 'open-promise', ...refund },
      { kind: 'open-promise', ...bill },
    ]);
  });

  it('is not named again where the promise names it', () => {
    expect(kinds('refund of €18, and a call', { open: [refund] })).toEqual([]);
  });
});
