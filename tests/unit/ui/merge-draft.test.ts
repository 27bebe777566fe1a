import { describe, expect, it } from 'vitest';
import { mergeDrafts } from '@/lib/ui/merge-draft';
import { sameSaid, saysAnything } from '@/lib/ui/note-said';
import { makeContent } from '../../components/support/make-view';

const base = makeContent({ summary: 'Called.', reasons: ['a'] });

describe('one note typed in two places', () => {
  it('takes what changed in only one of them', () => {
    const merged = mergeDrafts(base, { ...base, complaint: true }, { ...base, severity: 'high' });
    expect(merged).toEqual({ ...base, complaint: true, severity: 'high' });
  });

  it.each([
    ['both went on', 'Called. Mine', 'Called. Theirs', ['Called. Mine', 'Theirs']],
    ['both began anew', 'Mine', 'Theirs', ['Mine', 'Theirs']],
  ])('keeps both summaries when %s', (_name, mine, theirs, parts) => {
    const { summary } = mergeDrafts(base, { ...base, summary: mine }, { ...base, summary: theirs });
    for (const part of parts) expect(summary).toContain(part);
  });

  it.each([
    ['theirs goes on from mine', 'Called. A', 'Called. A and B', 'Called. A and B'],
    ['mine goes on from theirs', 'Called. A and B', 'Called. A', 'Called. A and B'],
    ['theirs is mine, masked', 'Card 4111 1111 1111 1111', 'Card •••• 1111', 'Card •••• 1111'],
  ])('says nothing twice where %s', (_name, mine, theirs, kept) => {
    const merged = mergeDrafts(base, { ...base, summary: mine }, { ...base, summary: theirs });
    expect(merged.summary).toBe(kept);
  });

  it('lets the hand that is here win where a choice was made twice', () => {
    const merged = mergeDrafts(base, { ...base, outcome: 'resolved' }, { ...base, outcome: 'follow-up' });
    expect(merged.outcome).toBe('resolved');
  });
});

describe('what a note says', () => {
  it('is the same in whatever order its fields come', () => {
    const promise = { what: 'x', dueOn: '2026-11-27', by: 'me' };
    const turned = { by: 'me', what: 'x', dueOn: '2026-11-27' };
    expect(sameSaid(makeContent({ promise }), makeContent({ promise: turned }))).toBe(true);
    expect(sameSaid(makeContent({ promise }), makeContent({ promise: null }))).toBe(false);
  });

  it('is something as soon as the caller was checked', () => {
    expect(saysAnything(makeContent())).toBe(false);
    expect(saysAnything(makeContent({ caller: 'customer' }))).toBe(true);
    expect(saysAnything(makeContent({ summary: 'x' }))).toBe(true);
  });
});
