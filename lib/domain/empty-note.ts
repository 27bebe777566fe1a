import type { NoteContent } from './note';

/** A note in which nothing has been said yet. */
export const emptyNoteContent: NoteContent = {
  caller: 'unverified',
  contactReason: null,
  summary: '',
  reasons: [],
  severity: null,
  complaint: false,
  promise: null,
  offers: [],
  outcome: null,
};
