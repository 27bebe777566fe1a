import type { DeskItem, DeskList, DeskNote } from '@/lib/protocol/desk';
import { makeContent } from './make-view';

/** The `n`th note of a desk, about somebody of its own. */
export const deskId = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export function makeDeskNote(n: number, part: Partial<DeskNote> = {}): DeskNote {
  const content = makeContent({
    ...{ summary: `Billed twice, call ${n}.`, reasons: ['billed-twice'], complaint: true, severity: 'high' },
  });
  return {
    ...{ noteId: deskId(n), version: 1, state: 'waiting', whys: ['complaint'], published: null },
    ...{ customerName: `Customer ${n}`, cardNumber: 200 + n, author: { id: 'rosa', name: 'Rosa Lind' } },
    ...{ at: '2026-11-22T13:00:00.000Z', arrivedAt: '2026-11-22T13:05:00.000Z' },
    ...{ summary: content.summary, severity: 'high', exemplary: false, content },
    ...{ written: { by: 'Rosa Lind', at: '2026-11-22T13:05:00.000Z' }, versions: [], match: 'certain' },
    ...{ moves: 0, importedBy: null, offers: [], promise: null, doubts: [], question: null },
    ...{ sampledOf: 0.05, unreviewed: false, history: [] },
    ...part,
  };
}

/** A desk in memory that does with its notes what the store does. */
export function deskList(notes: readonly DeskNote[], state: DeskItem['state'] = 'waiting'): DeskList {
  const count = (of: DeskItem['state']) => notes.filter((note) => note.state === of).length;
  return {
    notes: notes.filter((note) => note.state === state),
    next: null,
    counts: { waiting: count('waiting'), asked: count('asked'), reviewed: count('reviewed') },
  };
}
