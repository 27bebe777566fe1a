import { fillMacro, type MacroValues } from '@/lib/domain/fill-macro';
import type { OwnWords } from '@/lib/domain/offer-rules';
import { language } from '@/lib/platform/language';

/** The organisation's own words in the language that Heed speaks. */
export function ownWords(words: OwnWords): string {
  return words[language()];
}

/** A ready-made line in that language, filled in. */
export function macroText(words: OwnWords, values: MacroValues): string {
  return fillMacro(ownWords(words), values);
}
