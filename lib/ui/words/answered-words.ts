import { inLanguage } from '@/lib/platform/language';
import { answeredEs } from './es/answered-words';
/** What the sidebar says once the rep has answered that it is someone new, or that a site is read wrongly. */
export const answeredEn = {
  newcomer: 'You chose “Someone new”.',
  newcomerCalled: 'You chose “Someone new”:',
  unknown: 'Heed doesn’t know them.',
  by: 'A note goes by what stands on the page:',
  again: 'Choose again',
  noNote: 'No note can begin from this page',
  noNoteHint:
    'Nothing on it says for sure which e-mail, phone or number is theirs. Ask the caller for one, and find them by it: the note begins there.',
  misread: 'You said that Heed reads this site wrongly. It shows nobody here by itself any more.',
  undo: 'Undo',
  undoLong: 'Undo: ask again whether Heed reads this site rightly',
  next: 'What now?',
  nextHint:
    'Find the caller above, by what they tell you. Or teach Heed this CRM: you point at the customer, and it learns.',
  nextFind: 'Find the caller above, by what they tell you.',
} as const;

export const answeredWords = inLanguage(answeredEn, answeredEs);
