import { fillMacro, type MacroValues } from '@/lib/domain/fill-macro';
import type { OwnWords } from '@/lib/domain/offer-rules';

/** The organisation's own words in the language that the page speaks. */
export function ownWords(words: OwnWords): string {
  return document.documentElement.lang.startsWith('es') ? words.es : words.en;
}

/** A ready-made line in that language, filled in. */
export function macroText(words: OwnWords, values: MacroValues): string {
  return fillMacro(ownWords(words), values);
}
