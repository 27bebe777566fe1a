import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinNotes } from '@/lib/domain/join-notes';
import { makeContent, makeOffer } from '../../components/support/make-view';

const promise = (what: string) => ({ what, dueOn: '2026-12-01', by: 'me' });

describe('two texts of one note, put together', () => {
  it('keep every word of both', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (mine, theirs) => {
        const { summary } = joinNotes(makeContent({ summary: mine }), makeContent({ summary: theirs }));
        expect(summary).toContain(mine);
        expect(summary).toContain(theirs);
      }),
    );
  });

  it.each([
    ['the same', 'Billed twice', 'Billed twice', 'Billed twice'],
    ['one inside the other', 'Billed twice', 'Billed twice in May', 'Billed twice in May'],
    ['two', 'Mine', 'Theirs', 'Mine\n\nTheirs'],
    ['one only', '', 'Theirs', 'Theirs'],
  ])('say once what both say: %s', (_name, mine, theirs, joined) => {
    const { summary } = joinNotes(makeContent({ summary: mine }), makeContent({ summary: theirs }));
    expect(summary).toBe(joined);
  });

  it('keep what was given, offered and complained of in either, mine where only one can stand', () => {
    const [one, two] = [makeOffer({ id: 'a' }), makeOffer({ id: 'b' })];
    const changed = makeOffer({ id: 'a', state: 'accepted' });
    const mine = makeContent({ reasons: ['x', 'y'], offers: [changed], outcome: 'resolved' });
    const theirs = makeContent({
      ...{ reasons: ['y', 'z'], offers: [one, two], outcome: 'follow-up', complaint: true },
      ...{ promise: promise('theirs'), caller: 'customer', contactReason: 'x', severity: 'high' },
    });
    expect(joinNotes(mine, theirs)).toMatchObject({
      ...{ reasons: ['x', 'y', 'z'], offers: [changed, two], outcome: 'resolved', complaint: true },
      ...{ promise: promise('theirs'), caller: 'customer', contactReason: 'x', severity: 'high' },
    });
    const both = joinNotes({ ...mine, promise: promise('mine') }, theirs);
    expect(both.promise).toEqual(promise('mine'));
  });

  it('hold no more reasons than a note can', () => {
    const reasons = ['a', 'b', 'c', 'd'];
    const more = ['e', 'f'];
    expect(joinNotes(makeContent({ reasons }), makeContent({ reasons: more })).reasons).toHaveLength(5);
  });
});
