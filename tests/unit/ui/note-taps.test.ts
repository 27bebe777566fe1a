import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotions, type NoteContent, outcomes, severities } from '@/lib/domain/note';
import { takesOut, tapBetween, withoutTap } from '@/lib/ui/note-taps';
import { makeContent, makeOffer } from '../../components/support/make-view';

const base = makeContent({
  reasons: ['a'],
  offers: [makeOffer()],
  promise: { what: 'x', dueOn: '2026-12-01', by: 'me' },
});

describe('what is a tap', () => {
  it.each<[string, Partial<NoteContent>, boolean]>([
    ['a reason', { reasons: ['a', 'b'] }, true],
    ['a complaint', { complaint: true }, true],
    ['the day of a promise', { promise: { what: 'x', dueOn: '2026-12-02', by: 'me' } }, true],
    ['words of a promise', { promise: { what: 'xy', dueOn: '2026-12-01', by: 'me' } }, false],
    ['a promise whose words were deleted', { promise: null }, false],
    ['the summary', { summary: 'typed' }, false],
    ['nothing', {}, false],
  ])('%s: %s', (_name, change, isTap) => {
    expect(tapBetween('n', base, { ...base, ...change }) !== null).toBe(isTap);
  });

  it.each<[string, Partial<NoteContent>, boolean]>([
    ['an offer removed', { offers: [] }, true],
    ['a reason removed', { reasons: [] }, true],
    ['a reason added', { reasons: ['a', 'b'] }, false],
    ['an offer that went a step on', { offers: [makeOffer({ state: 'accepted' })] }, false],
  ])('%s takes something out: %s', (_name, change, out) => {
    const tap = tapBetween('n', base, { ...base, ...change });
    expect(tap && takesOut(tap)).toBe(out);
  });
});

describe('undoing a tap', () => {
  const content = fc.record({
    severity: fc.constantFrom(null, ...severities),
    outcome: fc.constantFrom(null, ...outcomes),
    emotion: fc.constantFrom(null, ...emotions),
    complaint: fc.boolean(),
    reasons: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
    summary: fc.string({ maxLength: 5 }),
  });

  it('gives back all that the tap changed and nobody since, and leaves the rest as it is', () => {
    fc.assert(
      fc.property(content, content, content, (one, two, three) => {
        const [before, after, now] = [one, two, three].map((part) => makeContent(part)) as [
          NoteContent,
          NoteContent,
          NoteContent,
        ];
        const tap = tapBetween('n', before, after);
        if (!tap) return;
        expect(withoutTap(after, tap)).toEqual({ ...before, summary: after.summary });
        const undone = withoutTap(now, tap);
        for (const field of Object.keys(now) as (keyof NoteContent)[]) {
          const untouched = field in tap.after && JSON.stringify(now[field]) === JSON.stringify(after[field]);
          expect(undone[field]).toEqual(untouched ? before[field] : now[field]);
        }
      }),
    );
  });
});
