import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalCovers, approvalStates } from '@/lib/domain/approval';
import { approvalTurn, mayAnswerBy, turnsEnd } from '@/lib/domain/approval-turn';
import { noOfferRules } from '@/tests/support/no-offer-rules';
import { playbook } from '../../components/support/make-playbook';

const askedAt = new Date('2026-11-22T13:00:00.000Z');
const passed = (seconds: number) => new Date(askedAt.getTime() + seconds * 1000);

describe('whose turn it is', () => {
  const asked = { askedAt, turnSeconds: 60, people: 2 };
  it.each<[number, ReturnType<typeof approvalTurn>]>([
    [-5, { state: 'with', index: 0, secondsLeft: 60, hasNext: true }],
    [0, { state: 'with', index: 0, secondsLeft: 60, hasNext: true }],
    [59.5, { state: 'with', index: 0, secondsLeft: 1, hasNext: true }],
    [60, { state: 'with', index: 1, secondsLeft: 60, hasNext: false }],
    [119, { state: 'with', index: 1, secondsLeft: 1, hasNext: false }],
    [120, { state: 'nobody' }],
    [1e6, { state: 'nobody' }],
  ])('after %s seconds', (seconds, turn) => expect(approvalTurn(asked, passed(seconds))).toEqual(turn));

  it('where there is nobody to ask', () => {
    expect(approvalTurn({ ...asked, people: 0 }, askedAt)).toEqual({ state: 'nobody' });
  });

  it('goes on, ends when everybody had their time, and who was asked may still answer until then', () => {
    const some = fc.record({
      turnSeconds: fc.integer({ min: 1, max: 600 }),
      people: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(some, fc.nat(4000), fc.nat(4000), (s, a, b) => {
        const question = { askedAt, ...s };
        const [first, then] = [a, b].sort((x, y) => x - y) as [number, number];
        const isOver = passed(then) >= turnsEnd(question);
        expect(approvalTurn(question, passed(then)).state).toBe(isOver ? 'nobody' : 'with');
        if (!isOver)
          expect(mayAnswerBy(question, passed(then))).toBeGreaterThanOrEqual(
            mayAnswerBy(question, passed(first)),
          );
        else expect(mayAnswerBy(question, passed(then))).toBe(0);
      }),
    );
  });
});

describe('what an approval covers', () => {
  const actions = playbook.actions.map((a) => ({ ...a, fallback: a.code === 'credit' }));
  const granted = { state: 'granted', actionCode: 'old-price', amountMinor: 6000 } as const;
  const offer = (actionCode: string, amountMinor: number | null) => ({ actionCode, amountMinor });
  it.each([
    ['the same, as much', granted, offer('old-price', 6000), true],
    ['the same for less', granted, offer('old-price', 10), true],
    ['a cent more', granted, offer('old-price', 6001), false],
    ['something else', granted, offer('refund-charge', 10), false],
    [
      'what is approved beforehand, where nobody answered',
      { ...granted, state: 'unanswered' },
      offer('credit', 1500),
      true,
    ],
    ['more of it than was approved', { ...granted, state: 'unanswered' }, offer('credit', 1501), false],
    [
      'what was asked for, where nobody answered',
      { ...granted, state: 'unanswered' },
      offer('old-price', 10),
      false,
    ],
  ] as const)('%s', (_, approval, given, covers) =>
    expect(approvalCovers({ actions }, approval, given)).toBe(covers),
  );

  it.each(approvalStates.filter((s) => s !== 'granted' && s !== 'unanswered'))(
    'nothing while %s',
    (state) => {
      for (const code of ['old-price', 'credit'])
        expect(approvalCovers({ actions }, { ...granted, state }, offer(code, 1))).toBe(false);
    },
  );
});

it('a playbook of before has no rule', () => {
  expect(noOfferRules).toMatchObject({ limitPerDayMinor: null, limitPerCustomerMinor: null, reofferDays: 0 });
});
