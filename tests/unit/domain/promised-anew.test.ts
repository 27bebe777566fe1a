import { describe, expect, it } from 'vitest';
import { brokenPromise } from '@/lib/domain/promised-anew';
import { noteWords } from '@/lib/ui/words/note-words';

const broken = (what: string, dueOn: string) => ({ what, dueOn, state: 'broken' }) as const;
const due = (what: string, dueOn: string) => ({ what, dueOn, state: 'due' }) as const;
const refund = broken('Refund of €18.00', '2026-11-09');
const both = noteWords.guard.bothOf(refund.what, 'a corrected bill');

describe('the promise to own up to', () => {
  it('is the one that they have waited for longest', () => {
    const promises = [broken('Answer', '2026-11-17'), refund, due('Corrected bill', '2026-12-01')];
    expect(brokenPromise(promises)).toEqual({ what: refund.what, dueOn: refund.dueOn, newDue: null });
  });

  it('has the new day of “Promise both”', () => {
    expect(brokenPromise([refund, due(both, '2026-12-01')])?.newDue).toBe('2026-12-01');
  });

  it('is another where only that one has a new day', () => {
    const answer = broken('Answer', '2026-11-17');
    expect(brokenPromise([refund, answer, due(both, '2026-12-01')])?.what).toBe('Answer');
  });

  it.each([
    ['where that one wasn’t kept either', broken(both, '2026-11-20')],
    ['where it was', { ...due(both, '2026-11-20'), state: 'kept' as const }],
    ['where something else was promised', due('Corrected bill', '2026-12-01')],
  ])('has no new day %s', (_, other) => {
    expect(brokenPromise([refund, other])?.newDue).toBeNull();
  });

  it('is none where all were kept', () => {
    expect(brokenPromise([due('Corrected bill', '2026-12-01')])).toBeNull();
  });
});
