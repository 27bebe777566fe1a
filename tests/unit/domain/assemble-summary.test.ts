import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleSentences, assembleSummary } from '@/lib/domain/assemble-summary';
import { callers, lossBearers, outcomes, severities } from '@/lib/domain/note';
import { noteText } from '@/lib/ui/note-text';
import { summaryWords } from '@/lib/ui/words/summary-words';
import { makeContent, makeOffer } from '../../components/support/make-view';

const labels = {
  reason: (code: string) =>
    ({ 'billed-twice': 'Billed twice', 'told-again': 'Had to tell it again' })[code] ?? code,
  action: () => 'Refund the wrong charge',
};
const words = summaryWords(labels, 'EUR');
const whole = makeContent({
  caller: 'customer',
  contactReason: 'billed-twice',
  reasons: ['billed-twice', 'told-again'],
  severity: 'high',
  rootReason: 'card-migration',
  lossOf: 'customer',
  complaint: true,
  dispute: true,
  offers: [
    makeOffer({ state: 'done', reference: 'R-77' }),
    makeOffer({ state: 'declined', amountMinor: null }),
  ],
  promise: { what: 'A corrected bill', dueOn: '2026-12-01', by: 'Rosa Lind' },
  followUpOn: '2026-12-04',
  outcome: 'follow-up',
});

describe('a summary that is put together', () => {
  it('says all that was tapped, with days that still mean something next year', () => {
    expect(assembleSummary(whole, 'inbound', words)).toBe(
      'The customer called about: Billed twice. Unhappy with: Billed twice, Had to tell it again (very bad). ' +
        'Behind it: card-migration. The loss is theirs. Refund the wrong charge €18: done, ref. R-77. ' +
        'Refund the wrong charge: declined. They complain. They dispute what we say is owed or agreed. ' +
        'Promised for Tue, 1 Dec 2026: A corrected bill (Rosa Lind). Follow-up on Fri, 4 Dec 2026. To be followed up.',
    );
  });

  it.each([
    ['nothing was said', {}],
    ['only who called is known', { caller: 'customer' as const }],
    ['only support is needed', { supportNeeded: true }],
  ])('is empty where %s', (_, part) => {
    expect(assembleSummary(makeContent(part), 'inbound', words)).toBe('');
  });

  it('says that we called, where we did', () => {
    const content = makeContent({ caller: 'customer', outcome: 'resolved' });
    expect(assembleSummary(content, 'outreach', words)).toBe('We called the customer. Resolved.');
  });

  const contents = fc
    .record({
      caller: fc.constantFrom(...callers),
      contactReason: fc.option(fc.constantFrom('billed-twice', 'told-again')),
      severity: fc.option(fc.constantFrom(...severities)),
      lossOf: fc.option(fc.constantFrom(...lossBearers)),
      outcome: fc.option(fc.constantFrom(...outcomes)),
      complaint: fc.boolean(),
      dispute: fc.boolean(),
    })
    .map(makeContent);

  it('never says that support is needed', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const without = assembleSummary(content, 'inbound', words);
        expect(assembleSummary({ ...content, supportNeeded: true }, 'inbound', words)).toBe(without);
      }),
    );
  });

  it('as a text for elsewhere says everything once, whatever the rep wrote before', () => {
    fc.assert(
      fc.property(contents, fc.string(), (content, typed) => {
        const sentences = assembleSentences(content, 'inbound', words);
        const assembled = { ...content, summary: sentences.join(' ') };
        expect(noteText(assembled, 'inbound', words)).toBe(assembled.summary);
        const text = noteText({ ...content, summary: typed }, 'inbound', words);
        expect(text).toContain(typed.trim());
        for (const sentence of sentences) expect(text).toContain(sentence);
      }),
    );
  });
});
