import { inLanguage } from '@/lib/platform/language';
import { callEs } from './es/call-words';

/** What is said of several calls at once, of a note that moves from one customer to another, and of what is taken back. */
export const callEn = {
  calls: 'Calls',
  onHold: 'on hold since',
  current: 'now',
  editing: 'earlier note',
  /** `end`: how the account number ends, in words */
  call: (name: string, end: string, state: string, unfinished: boolean) =>
    [name, end, state, unfinished && 'note not finished'].filter(Boolean).join(', '),

  lineBefore: 'Rang from',
  moved: (name: string) => `Moved here from ${name}`,
  movedFrom: (name: string) => `moved from ${name}`,
  moveBack: 'Move back',

  move: 'Move this note…',
  moveHint: 'A move is kept with the note. Whoever is on the line is asked anew who they are.',
  moveTo: 'Move here',
  moveToNew: 'Someone new: move it to this number',

  notThem: 'Not this customer…',

  removed: 'Taken out of the note.',
  undone: 'Undone.',
  undo: 'Undo',
  undoKeys: 'Ctrl Z',
} as const;

export const callWords = inLanguage(callEn, callEs);
