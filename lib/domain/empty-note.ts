import type { NoteContent } from './note';

/** A note in which nothing has been said yet. */
export const emptyNoteContent: NoteContent = {
  caller: 'unverified',
  contactReason: null,
  summary: '',
  reasons: [],
  rootReason: null,
  severity: null,
  lossOf: null,
  emotion: null,
  complaint: false,
  jurisdiction: null,
  dispute: false,
  supportNeeded: false,
  promise: null,
  offers: [],
  outcome: null,
  followUpOn: null,
};
