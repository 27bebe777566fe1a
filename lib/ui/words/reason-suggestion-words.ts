import { inLanguage } from '@/lib/platform/language';
import { reasonSuggestionEs } from './es/reason-suggestion-words';

/** What stands beside reasons that a note's words speak for. */
export const reasonSuggestionEn = {
  title: 'From your words:',
  add: (label: string) => `Unhappy with: ${label}`,
  because: (words: readonly string[]) =>
    words.length === 0 ? '' : `because of ${words.map((word) => `“${word}”`).join(' and ')}`,
} as const;

export const reasonSuggestionWords = inLanguage(reasonSuggestionEn, reasonSuggestionEs);
