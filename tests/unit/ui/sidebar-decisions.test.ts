import { describe, expect, it } from 'vitest';
import { callPhase } from '@/lib/ui/call-phase';
import { isCollapsed } from '@/lib/ui/collapsed';
import { subjectOf } from '@/lib/ui/subject';
import { makeContent, makeOffer, makePage } from '../../components/support/make-view';

describe('the phase of a call', () => {
  it.each([
    ['start', makeContent()],
    ['start', makeContent({ caller: 'customer', summary: 'typing moves nothing' })],
    ['during', makeContent({ contactReason: 'billing' })],
    ['during', makeContent({ reasons: ['billed-twice'] })],
    ['during', makeContent({ offers: [makeOffer()] })],
    ['wrap', makeContent({ outcome: 'resolved' })],
  ])('is %s', (phase, content) => expect(callPhase(content)).toBe(phase));
});

describe('the sidebar is collapsed', () => {
  const nothing = { inCall: false, asks: false, onlyAsked: false, canUndo: false };
  const quiet = { subject: 'A', level: 'ok', ...nothing } as const;
  it.each([
    ['for OK', quiet, true],
    ['for unknown', { ...quiet, level: 'unknown' as const }, true],
    ['for nobody', { ...quiet, subject: null, level: null }, true],
    ['not at risk', { ...quiet, level: 'at-risk' as const }, false],
    ['not on watch', { ...quiet, level: 'watch' as const }, false],
    ['not in a call', { ...quiet, inCall: true }, false],
    ['not when it has to ask', { ...quiet, asks: true }, false],
    ['at risk too, where the rep opens it', { ...quiet, level: 'at-risk' as const, onlyAsked: true }, true],
    [
      'not while a wrap-up can be undone, whoever opens it',
      { ...quiet, canUndo: true, onlyAsked: true },
      false,
    ],
    ['not in a call, whoever opens it', { ...quiet, inCall: true, onlyAsked: true }, false],
  ])('%s', (_name, now, collapsed) => expect(isCollapsed(now, null)).toBe(collapsed));

  it('as the rep chose, for that customer alone', () => {
    const chosen = { subject: 'A', collapsed: false };
    expect(isCollapsed(quiet, chosen)).toBe(false);
    expect(isCollapsed({ ...quiet, subject: 'B' }, chosen)).toBe(true);
  });
});

describe('whom the sidebar is about', () => {
  const page = makePage();
  const draft = {
    direction: 'inbound' as const,
    ...{ noteId: 'n1', key: page.key, name: 'Marta', customer: page.customer, card: page.card },
    ...{ content: makeContent({ summary: 'x' }), saved: makeContent(), dismissed: [], rev: 1, savedRev: 0 },
    ...{ accountEnd: '', savedAt: null, seen: false, failure: null, editing: null },
  };

  it('the page’s customer, while there is no call', () => {
    expect(subjectOf(page, null, null)).toMatchObject({
      slot: 'page',
      id: page.key,
      name: 'Marta Kowalczyk',
    });
    expect(subjectOf({ state: 'blank' }, null, null)).toBeNull();
    expect(subjectOf({ state: 'nobody' }, null, null)).toBeNull();
  });

  it('the call, whatever the page shows', () => {
    expect(subjectOf({ state: 'blank' }, draft, null)).toMatchObject({ slot: 'call', name: 'Marta' });
    expect(subjectOf(makePage({ key: 'B', name: 'Jürgen' }), draft, null)?.name).toBe('Marta');
  });

  it('keeps its identity while the first word turns the page’s customer into a call', () => {
    expect(subjectOf(page, draft, null)?.id).toBe(subjectOf(page, null, null)?.id);
  });

  it('a prompt dismissed for one page says nothing about the next', () => {
    const early = { key: page.key, ids: ['p1'] };
    expect(subjectOf(page, null, early)?.dismissed).toEqual(['p1']);
    expect(subjectOf(makePage({ key: 'B' }), null, early)?.dismissed).toEqual([]);
  });
});
