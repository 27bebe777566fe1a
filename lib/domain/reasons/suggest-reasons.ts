import { isEveryday } from './everyday-words';
import { type Feature, featuresOf, wordsOf } from './note-features';
import { probabilities, type ReasonModel } from './reason-model';
import { idOf, vectorOf } from './vocabulary';

export type SuggestedReason = {
  code: string;
  /** how likely it looks, 0 to 1: for the order, never shown */
  likelihood: number;
  /** the note's own words that spoke for it most, at most two, as they stand in it; none where those are said in any call */
  because: string[];
};

const MOST = 3;
const MOST_WORDS = 2;
/** Shorter words (not, the, and) explain nothing to a reader. */
const FEWEST_LETTERS = 4;
/** So much of a mistyped word's letters stand in the word that was meant. */
const MISTYPED = 0.4;
/** A word that says less than this beside the strongest is not what the reason stands on. */
const LEAST_SHARE = 0.3;
const MORE_LIKELY_THAN_NOT = 0.5;

type Likely = { k: number; likelihood: number };

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

type Ground = { word: string; share: number };

/** Is it a word of the model, or one mistyped? What shares no more than an ending with one is another word. */
function isKnown({ vocabulary }: ReasonModel, word: string): boolean {
  const features = featuresOf([word]);
  const letters = features.filter(({ kind }) => kind === 'letters');
  const isThere = (feature: Feature) => idOf(vocabulary, feature) !== undefined;
  const own = features.some((feature) => feature.kind === 'words' && isThere(feature));
  return own || letters.filter(isThere).length >= letters.length * MISTYPED;
}

/** Each of the note's words that spoke for a reason, the strongest first. */
function groundsFor(model: ReasonModel, words: readonly string[], reason: number): Ground[] {
  const shares = shareOfWords(model, words, reason);
  const strongest = new Map<string, number>();
  words.forEach((word, i) => {
    const share = shares[i] ?? 0;
    if (share > (strongest.get(word) ?? 0) && word.length >= FEWEST_LETTERS) strongest.set(word, share);
  });
  return [...strongest].map(([word, share]) => ({ word, share })).sort((a, b) => b.share - a.share);
}

/**
 * The words to name for a reason; none where it isn't worth its line: “date” and “call” are said in any call. Several of
 * them may mean something together, as in “had to tell it again”, where that makes the reason likelier than not.
 */
function wordsFor(model: ReasonModel, words: readonly string[], { k, likelihood }: Likely): string[] {
  const grounds = groundsFor(model, words, k);
  const telling = grounds.filter(({ word }) => !isEveryday(word) && isKnown(model, word));
  const strongest = grounds[0]?.share ?? 0;
  const isGrounded = (telling[0]?.share ?? 0) >= strongest * LEAST_SHARE;
  const isTogether = likelihood > MORE_LIKELY_THAN_NOT && grounds.length > 1;
  const named = isGrounded ? telling : isTogether ? grounds : [];
  return named.map(({ word }) => word).slice(0, MOST_WORDS);
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
      because: wordsFor(model, words, { k, likelihood }),
    }));
}
