import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultHours, mayCallAt } from '@/lib/domain/calling-hours';
import { afterCall, MOST_ATTEMPTS, type OutreachFacts, whetherToCall } from '@/lib/domain/outreach';
import { DAY, HOUR } from '@/lib/platform/clock';
import { testSeed } from '@/tests/support/test-seed';

const hours = [defaultHours(['Europe/London'])];
const now = new Date('2026-11-27T12:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const facts = (part: Partial<OutreachFacts> = {}): OutreachFacts => ({
  doNotContact: false,
  supportNeeded: false,
  complaintOpen: false,
  hasNumber: true,
  lastAttemptAt: null,
  wishedAt: null,
  lastEndedAt: null,
  hours,
  ...part,
});

describe('whether somebody on the list is called now', () => {
  it('they are, until the hours end', () => {
    expect(whetherToCall(facts(), now)).toEqual({ call: true, until: new Date('2026-11-27T20:00:00Z') });
  });

  it.each([
    ['they asked not to be contacted', { doNotContact: true }, 'do-not-contact'],
    ['they need support', { supportNeeded: true }, 'support-needed'],
    ['a complaint of theirs is open', { complaintOpen: true }, 'complaint-open'],
    ['we called them for another reason a month ago', { lastEndedAt: ago(30 * DAY) }, 'quarantine'],
    ['there is no number', { hasNumber: false }, 'no-number'],
    ['they were called this morning', { lastAttemptAt: ago(2 * HOUR) }, 'called-today'],
    ['they want to be called this afternoon', { wishedAt: new Date('2026-11-27T15:00:00Z') }, 'called-today'],
  ] as const)('not when %s', (_why, part, why) => {
    expect(whetherToCall(facts(part), now)).toMatchObject({ call: false, why });
  });

  it.each([
    ['the last call was yesterday', { lastAttemptAt: ago(DAY) }],
    [
      'they want to be called about now, though we called this morning',
      {
        lastAttemptAt: ago(2 * HOUR),
        wishedAt: ago(60_000),
      },
    ],
    ['the last time is a quarter of a year ago', { lastEndedAt: ago(91 * DAY) }],
  ] as const)('but when %s', (_why, part) => {
    expect(whetherToCall(facts(part), now).call).toBe(true);
  });

  it('outside the hours it says when they begin', () => {
    expect(whetherToCall(facts(), new Date('2026-11-28T21:00:00Z'))).toEqual({
      call: false,
      why: 'hours',
      again: new Date('2026-11-30T09:00:00Z'),
    });
  });

  it('what protects somebody comes before everything else, and nobody is called outside the hours', () => {
    const moment = fc.date({ min: ago(400 * DAY), max: now, noInvalidDate: true });
    const any = fc.record({
      doNotContact: fc.boolean(),
      supportNeeded: fc.boolean(),
      complaintOpen: fc.boolean(),
      hasNumber: fc.boolean(),
      lastAttemptAt: fc.option(moment),
      wishedAt: fc.option(moment),
      lastEndedAt: fc.option(moment),
      hours: fc.constant(hours),
    });
    fc.assert(
      fc.property(any, moment, (known, when) => {
        const may = whetherToCall(known, when);
        if (known.doNotContact || known.supportNeeded || known.complaintOpen) expect(may.call).toBe(false);
        if (may.call) expect(mayCallAt(when, hours)).toBe(true);
        else expect(may.again.getTime()).toBeGreaterThan(when.getTime());
      }),
      { numRuns: 200, seed: testSeed() },
    );
  });
});

describe('after a call', () => {
  const call = { now, attempts: 0, callBackAt: null, hours };

  it.each(['reached', 'refused'] as const)('%s is over', (outcome) => {
    expect(afterCall({ ...call, outcome })).toEqual({
      state: outcome,
      attempts: 1,
      notBefore: null,
      wished: false,
    });
  });

  it('nobody answered: again on another day, and after three times it says not reached', () => {
    let attempts = 0;
    const said = Array.from({ length: MOST_ATTEMPTS }, () => {
      const after = afterCall({ ...call, attempts, outcome: 'not-reached' });
      attempts = after.attempts;
      return [after.state, after.notBefore?.toISOString() ?? null];
    });
    const again = ['waiting', '2026-11-28T09:00:00.000Z'];
    expect(said).toEqual([again, again, ['not-reached', null]]);
  });

  it.each([
    ['at that hour', '2026-11-30T15:00:00Z', '2026-11-30T15:00:00.000Z'],
    ['when the hours begin, if it lies outside them', '2026-11-29T15:00:00Z', '2026-11-30T09:00:00.000Z'],
    ['today too', '2026-11-27T16:00:00Z', '2026-11-27T16:00:00.000Z'],
  ])('who wants to be called back is: %s', (_what, wish, expected) => {
    const after = afterCall({ ...call, attempts: 2, outcome: 'call-back', callBackAt: new Date(wish) });
    expect(after).toEqual({ state: 'waiting', attempts: 3, notBefore: new Date(expected), wished: true });
  });
});
