import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import { filterHistory, type HistoryItem, historyKinds } from '@/lib/ui/history';

const labels = { reason: (code: string) => code, action: (code: string) => code };
const note = (summary: string, day: number): HistoryItem => {
  const at = `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  const rest = { importedBy: null, generated: false, version: 1, editedAt: null, own: false, begunBy: null };
  const content = { ...emptyNoteContent, summary };
  return {
    at,
    note: {
      noteId: crypto.randomUUID(),
      author: 'Ana',
      at,
      content,
      movedFrom: [],
      movedFromNames: [],
      approvedBy: {},
      ...rest,
    },
  };
};

it.each([
  ['muller', 'Müller rang'],
  ['MÜLLER', 'müller rang'],
  ['rang mull', 'Müller rang'],
])('“%s” finds “%s”', (words, summary) => {
  expect(filterHistory([note(summary, 1)], { kind: null, words }, labels)).toHaveLength(1);
});

it('finds by every word alone, never by one of several', () => {
  expect(filterHistory([note('The bill', 1)], { kind: null, words: 'bill router' }, labels)).toEqual([]);
});

it('shows a part of what there is, in its order, whatever is asked for', () => {
  const items = ['The bill', 'A router', 'Bill and router'].map((text, i) => note(text, i + 1));
  const words = fc.stringMatching(/^[a-z ]{0,6}$/);
  fc.assert(
    fc.property(fc.constantFrom(null, ...historyKinds), words, (kind, typed) => {
      const shown = filterHistory(items, { kind, words: typed }, labels);
      expect(items.filter((item) => shown.includes(item))).toEqual(shown);
    }),
  );
});
