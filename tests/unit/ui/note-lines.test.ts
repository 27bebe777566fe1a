import { expect, it } from 'vitest';
import { noteLines } from '@/lib/ui/note-lines';
import { makeContent } from '../../components/support/make-view';

const labels = { reason: (code: string) => `reason ${code}`, action: (code: string) => code };
const now = new Date('2026-11-22T13:03:00.000Z');

it('lays everything side by side that two texts of a note may differ in', () => {
  const content = makeContent({
    ...{ summary: 'Billed twice', contactReason: 'a', reasons: ['b'], rootReason: 'c', severity: 'high' },
    ...{ lossOf: 'others', emotion: 'resigned', complaint: true, jurisdiction: 'uk-fca', dispute: true },
    ...{ supportNeeded: true, outcome: 'follow-up', followUpOn: '2026-12-01' },
    promise: { what: 'Refund', dueOn: '2026-11-30', by: 'Rosa' },
  });
  expect(noteLines(content, { labels, now }).map(({ label, text }) => [label, text])).toEqual([
    [null, 'Billed twice'],
    ['Called about', 'reason a'],
    ['Unhappy with', 'reason b'],
    ['Behind it', 'reason c'],
    ['How bad', 'High'],
    ['Whose loss', 'Theirs and others’'],
    ['Sounded', 'Resigned'],
    ['Promise', 'Refund, Mon 30 Nov, Rosa'],
    ['Outcome', 'Follow-up'],
    ['Follow up on', 'Tue 1 Dec'],
    [null, 'Complaint'],
    ['Rules', 'uk-fca'],
    [null, 'They dispute what we say is owed or agreed'],
    [null, 'Needs support'],
  ]);
});

it('has no line for what nobody said', () => {
  expect(noteLines(makeContent(), { labels, now })).toEqual([]);
});
