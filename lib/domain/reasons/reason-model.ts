import type { TextVector, Vocabulary } from './vocabulary';

/** What was learned: for each feature and reason, how much the one speaks for the other. */
export type ReasonModel = {
  codes: readonly string[];
  vocabulary: Vocabulary;
  /** feature by feature, in each as many as there are reasons, in their order */
  weights: Float64Array;
  bias: Float64Array;
};

/**
 * How likely each reason is, in the order of `codes`; together 1. How likely it looks, that is: by what was learned.
 * @param scale what all weights are yet to be multiplied by, while they are learned
 */
export function probabilities(
  { codes, weights, bias }: ReasonModel,
  { features, values }: TextVector,
  scale = 1,
): Float64Array {
  const scores = new Float64Array(codes.length);
  for (let i = 0; i < features.length; i += 1) {
    const first = (features[i] ?? 0) * codes.length;
    const value = (values[i] ?? 0) * scale;
    for (let k = 0; k < scores.length; k += 1)
      scores[k] = (scores[k] ?? 0) + (weights[first + k] ?? 0) * value;
  }
  const whole = scores.map((score, k) => score + (bias[k] ?? 0));
  const highest = Math.max(...whole);
  const raised = whole.map((score) => Math.exp(score - highest));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}
