import { featuresOf, wordsOf } from './note-features';
import { probabilities, type ReasonModel } from './reason-model';
import { idOf, vectorOf } from './vocabulary';

export type SuggestedReason = {
  code: string;
  /** how likely it looks, 0 to 1: for the order, never shown */
  likelihood: number;
  /** the note's own words that spoke for it most, at most two, as they stand in it */
  because: string[];
};

const MOST = 3;
const MOST_WORDS = 2;
/** Shorter words (not, the, and) explain nothing to a reader. */
const FEWEST_LETTERS = 4;

/** How much each word of the note spoke for a reason rather than for the others on average. */
function shareOfWords(model: ReasonModel, words: readonly string[], reason: number): number[] {
  const features = featuresOf(words);
  const vector = vectorOf(model.vocabulary, features);
  const values = new Map([...vector.features].map((id, i) => [id, vector.values[i] ?? 0]));
  const kinds = model.codes.length;
  const shares = words.map(() => 0);
  for (const feature of features) {
    const id = idOf(model.vocabulary, feature);
    if (id === undefined) continue;
    const own = model.weights.subarray(id * kinds, (id + 1) * kinds);
    const average = own.reduce((sum, weight) => sum + weight, 0) / kinds;
    const said = (values.get(id) ?? 0) * ((own[reason] ?? 0) - average);
    shares[feature.word] = (shares[feature.word] ?? 0) + said;
  }
  return shares;
}

function wordsFor(model: ReasonModel, words: readonly string[], reason: number): string[] {
  const shares = shareOfWords(model, words, reason);
  const order = words
    .map((word, i) => ({ word, share: shares[i] ?? 0 }))
    .filter(({ word, share }) => share > 0 && word.length >= FEWEST_LETTERS)
    .sort((a, b) => b.share - a.share);
  return [...new Set(order.map(({ word }) => word))].slice(0, MOST_WORDS);
}

/**
 * Reasons that a note's words speak for, likeliest first, at most three. None where no word of it was ever seen, or it
 * is all numbers: the
 * commonest reasons would be a guess about everybody, not about this note.
 */
export function suggestReasons(model: ReasonModel, text: string): SuggestedReason[] {
  const words = wordsOf(text);
  const vector = vectorOf(model.vocabulary, featuresOf(words));
  const says = words.some((word) => /\p{L}/u.test(word));
  if (!says || vector.features.length === 0) return [];
  return [...probabilities(model, vector)]
    .map((likelihood, k) => ({ likelihood, k }))
    .sort((a, b) => b.likelihood - a.likelihood)
    .slice(0, MOST)
    .map(({ likelihood, k }) => ({
      code: model.codes[k] ?? '',
      likelihood,
      because: wordsFor(model, words, k),
    }));
}
