import type { Worded } from '@/lib/platform/language';
import type { reasonSuggestionEn } from '../reason-suggestion-words';

export const reasonSuggestionEs: Worded<typeof reasonSuggestionEn> = {
  title: 'Según tus palabras:',
  add: (label) => `Descontento con: ${label}`,
  because: (words) => (words.length === 0 ? '' : `por ${words.map((word) => `«${word}»`).join(' y ')}`),
};
