import { useState } from 'react';
import type { PracticeLanguage } from '@/lib/domain/practice/practice-item';
import { type Answers, answered, beginRound, type Round } from './practice-round';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * A round of practice in this page's memory, and nowhere else: nothing here may send, store or log.
 * @param first the language to begin in
 * @param random a number from 0 up to 1, another at each call
 */
export function usePractice(first: PracticeLanguage, random: () => number) {
  const [language, setLanguage] = useState(first);
  const [round, setRound] = useState<Round>(() => beginRound(first, NOBODY, random));
  return {
    language,
    round,
    current: round.cases[round.at] ?? null,
    speak: (next: PracticeLanguage) => {
      setLanguage(next);
      setRound(beginRound(next, NOBODY, random));
    },
    answer: (given: Answers) => setRound((before) => answered(before, given)),
    next: () => setRound((before) => ({ ...before, at: before.at + 1 })),
    again: () => setRound((before) => beginRound(language, before.met, random)),
  };
}

export type PracticeModel = ReturnType<typeof usePractice>;
