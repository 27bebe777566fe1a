import { inLanguage } from '@/lib/platform/language';
import { plural } from '../format';
import type { HistoryKind } from '../history';
import { historyEs } from './es/history-words';

/** What is said over a customer's calls and answers. */
export const historyEn = {
  title: (notes: number, answers: number) =>
    [
      notes > 0 && `Earlier notes (${notes})`,
      answers > 0 && (notes > 0 ? `answers (${answers})` : `Answers (${answers})`),
    ]
      .filter(Boolean)
      .join(', '),
  only: 'Only',
  kinds: {
    calls: 'Calls',
    answers: 'Answers',
    promises: 'Promises',
    offers: 'Offers',
  } satisfies Record<HistoryKind, string>,
  search: 'Search what was said',
  nothing: 'Nothing like that here.',
  shown: (n: number, all: number) => `${n} of ${plural(all, 'entry', 'entries')}`,
  approved: 'approved by a supervisor',
  approvedBy: (name: string) => `approved by ${name}`,
  asks: (who: string, question: string) => `${who} asks: “${question}” Answer by editing this note.`,
  answered: (when: string) => `Answer, ${when}`,
  score: (score: number | null) => (score === null ? 'No score' : `${score} of 10`),
} as const;

export const historyWords = inLanguage(historyEn, historyEs);
