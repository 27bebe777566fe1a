import { inLanguage } from '@/lib/platform/language';
import { plural } from '../format';
import { conflictEs, lostEs, unsentEs } from './es/unsent-words';

/** What the list of unsent notes says. */
export const unsentEn = {
  title: 'Unsent notes',
  none: 'Everything has been sent.',
  safe: 'Safe on this computer. What is waiting goes out by itself.',
  refused: 'What needs attention doesn’t: save it as a file, and tell your supervisor.',
  attention: 'needs attention',
  waiting: 'waiting',
  dropped: 'not sent',
  edit: 'Edit',
  editLong: (name: string) => `Edit the note on ${name}`,
  isEdit: 'Edit of a note',
  retry: 'Send now',
  export: 'Save as file',
  noWords: 'No summary',
  codes: {
    'bad-input': 'The store couldn’t read it.',
    'not-allowed': 'It was written under another sign-in, or your role here writes no notes.',
    'customer-not-found': 'The store doesn’t know this customer.',
    'customer-ambiguous': 'The store knows several customers this could be.',
    'colleague-not-found': 'The colleague it was for isn’t there any more. Take it back.',
    'too-many-newcomers':
      'It is about somebody the store doesn’t know yet, and too many of those came from you within a day. It is safe: send it again tomorrow.',
    'too-many-doubts':
      'Too many times within a day you said that something looks wrong. It is safe: send it again tomorrow.',
    'note-not-found': 'The store doesn’t have the note that was edited.',
    'note-conflict': 'The store already has this note with other words.',
  } as Record<string, string>,
  unknownCode: 'The store refused it.',
} as const;

export const unsentWords = inLanguage(unsentEn, unsentEs);

/** What is said where a note was edited in two places. */
export const conflictEn = {
  what: 'This note was also edited somewhere else. Both texts are safe; which one counts?',
  mine: 'Yours, on this computer',
  theirs: (by: string, when: string) => `In the store: ${by}, ${when}`,
  unreadable: 'This text can’t be read any more.',
  nothing: 'Nothing.',
  about: 'Called about',
  reasons: 'Unhappy with',
  severity: 'How bad',
  promise: 'Promise',
  complaint: 'Complaint',
  outcome: 'Outcome',
  elsewhere: 'Choose in the sidebar, in the list of unsent notes.',
  keepMine: 'Keep mine',
  keepTheirs: 'Keep the store’s',
  keepBoth: 'Put both together',
  drop: 'Yours is not sent then. You can get it back from this list for 30 days.',
  dropIt: 'Don’t send mine',
  cancel: 'Cancel',
  dropped: 'You kept the store’s text instead of this one.',
  takeBack: 'Get it back',
} as const;

export const conflictWords = inLanguage(conflictEn, conflictEs);

/** What is said when the notes on this computer were deleted. */
export const lostEn = {
  what: (when: string) => `Heed’s notes were deleted from this computer, ${when}: not by Heed.`,
  unsent: (n: number) =>
    n === 0
      ? 'No finished note waited to be sent.'
      : `${plural(n, 'note that waited', 'notes that waited')} to be sent can’t be sent any more: write down again what you remember.`,
  next: 'What you type from now on is kept again.',
  read: 'I have read this',
} as const;

export const lostWords = inLanguage(lostEn, lostEs);
