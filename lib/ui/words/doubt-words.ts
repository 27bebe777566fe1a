import type { DoubtKind } from '@/lib/domain/doubt';
import { inLanguage } from '@/lib/platform/language';
import { doubtEs } from './es/doubt-words';

/** What is said where something looks wrong about a customer. */
export const doubtEn = {
  open: 'This looks wrong…',
  title: 'This looks wrong because',
  kinds: {
    'wrong-customer': 'Wrong customer',
    'not-their-score': 'Score isn’t theirs',
    'wrong-reason': 'Reason is wrong',
    'out-of-date': 'Out of date',
    other: 'Something else',
  } satisfies Record<DoubtKind, string>,
  text: 'What is right?',
  textHint: 'One line, if you have the time',
  send: 'Tell your supervisor',
  cancel: 'Cancel',
  /** it counts for nobody and against nobody: said before it is sent */
  use: 'Goes to your supervisor with your name, so that they can ask you. It counts for or against nobody.',
  waiting: 'This goes to your supervisor by itself. Until it has left, you can take it back.',
  undo: 'Undo',
  undoLong: 'Undo: don’t tell your supervisor',
  left: 'Your supervisor has it.',
  tooLate: 'Too late to take back: your supervisor has it.',
  takenBack: 'Taken back. Nobody was told.',
  again: 'Something else looks wrong…',
  /** in the list of what is unsent; `kind` is one of the kinds' words */
  unsent: (kind: string) => `Looks wrong: ${kind}`,
  takeBack: 'Take back',
  takeBackLong: (name: string) => `Take back what looks wrong about ${name}`,
} as const;

export const doubtWords = inLanguage(doubtEn, doubtEs);
