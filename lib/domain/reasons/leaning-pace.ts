import type { Sample } from './descend';

/** Added to every count, so that what was seen once is not taken for certain. */
const SMOOTHING = 1;

/**
 * How fast each weight moves, by the square of how much oftener its feature stands in texts of its reason than in the
 * others (the logarithm of the two shares' ratio): what leans to neither hardly speaks. Wang and Manning 2012,
 * "Baselines and Bigrams: Simple, Good Sentiment and Topic Classification", as the pace of a descent in place of the
 * scale of a feature, which comes to the same.
 * @returns feature by feature, in each as many as there are reasons
 */
export function leaningPace(samples: readonly Sample[], features: number, kinds: number): Float64Array {
  const own = new Float64Array(features * kinds);
  const all = new Float64Array(features);
  for (const { vector, code } of samples)
    for (const id of vector.features) {
      own[id * kinds + code] = (own[id * kinds + code] ?? 0) + 1;
      all[id] = (all[id] ?? 0) + 1;
    }
  const pace = new Float64Array(own.length);
  for (let k = 0; k < kinds; k += 1) {
    let [inOwn, inOthers] = [0, 0];
    for (let id = 0; id < features; id += 1) {
      const count = own[id * kinds + k] ?? 0;
      inOwn += count + SMOOTHING;
      inOthers += (all[id] ?? 0) - count + SMOOTHING;
    }
    for (let id = 0; id < features; id += 1) {
      const count = own[id * kinds + k] ?? 0;
      const others = (all[id] ?? 0) - count + SMOOTHING;
      pace[id * kinds + k] = Math.log((count + SMOOTHING) / inOwn / (others / inOthers)) ** 2;
    }
  }
  return pace;
}
