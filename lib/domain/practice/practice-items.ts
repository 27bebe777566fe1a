import { inEnglish } from './english-1';
import { moreInEnglish } from './english-2';
import type { PracticeItem } from './practice-item';
import { inSpanish } from './spanish-1';
import { moreInSpanish } from './spanish-2';

/** All that there is to practise on. */
export const practiceItems: readonly PracticeItem[] = [
  ...inEnglish,
  ...moreInEnglish,
  ...inSpanish,
  ...moreInSpanish,
];
