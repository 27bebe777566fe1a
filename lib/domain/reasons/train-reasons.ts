import { descend, type Sample } from './descend';
import { leaningPace } from './leaning-pace';
import { featuresOf, wordsOf } from './note-features';
import type { ReasonModel } from './reason-model';
import { createVocabulary, vectorOf } from './vocabulary';

/**
 * A note's summary with the reason that a person gave it. `customer`: whom it is about; words of few customers are left
 * out. Without it they are taken for anybody's.
 */
export type CodedNote = { text: string; code: string; customer?: string };
/** A reason with its own words: what stands for it while no note does. */
export type ReasonWords = { code: string; words: string };

const PLAIN = { step: 2, hold: 1e-4 };
const LEANING = { step: 0.5, hold: 3e-4 };
/** How much more a rare reason counts: 0 not at all, 1 as much as all of the commonest. */
const RARE = 0.65;
/** From this many texts on, what stands in one of them alone is left out. */
const MANY = 1000;

/** Reasons that are rare count more: else the commonest would be suggested for everything. */
function weightsOf(codes: readonly number[], kinds: number): number[] {
  const counts = new Array<number>(kinds).fill(0);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts.map((count) => (codes.length / kinds / Math.max(1, count)) ** RARE);
}

/** What both descents say, one half each: they err in different places. */
function mean(a: ReasonModel, b: ReasonModel): ReasonModel {
  const middle = (one: Float64Array, other: Float64Array) =>
    one.map((value, i) => (value + (other[i] ?? 0)) / 2);
  return { ...a, weights: middle(a.weights, b.weights), bias: middle(a.bias, b.bias) };
}

/**
 * Learns from coded notes, and from the reasons' own words, which is all there is in a new organisation.
 * The same input gives the same model.
 * @throws RangeError when there is no reason
 */
export function trainReasons(reasons: readonly ReasonWords[], notes: readonly CodedNote[]): ReasonModel {
  if (reasons.length === 0) throw new RangeError('There are no reasons to suggest');
  const codes = reasons.map(({ code }) => code);
  const index = new Map(codes.map((code, k) => [code, k]));
  const texts = [
    ...reasons.map(({ code, words }) => ({ code, text: words, about: undefined })),
    ...notes
      .filter(({ code }) => index.has(code))
      .map(({ code, text, customer }) => ({ code, text, about: customer })),
  ];
  const vocabulary = createVocabulary(texts, texts.length >= MANY ? 2 : 1);
  const coded = texts.map(({ code }) => index.get(code) ?? 0);
  const weights = weightsOf(coded, codes.length);
  const samples = texts.map(({ text }, i): Sample => {
    const code = coded[i] ?? 0;
    return { vector: vectorOf(vocabulary, featuresOf(wordsOf(text))), code, weight: weights[code] ?? 1 };
  });
  const fresh = (): ReasonModel => ({
    codes,
    vocabulary,
    weights: new Float64Array(vocabulary.rarity.length * codes.length),
    bias: new Float64Array(codes.length),
  });
  const pace = leaningPace(samples, vocabulary.rarity.length, codes.length);
  return mean(descend(fresh(), samples, PLAIN), descend(fresh(), samples, { ...LEANING, pace }));
}
