import { featuresOf, wordsOf } from './note-features';
import { probabilities, type ReasonModel } from './reason-model';
import { createVocabulary, type TextVector, vectorOf } from './vocabulary';

/** A note's summary with the reason that a person gave it. */
export type CodedNote = { text: string; code: string };
/** A reason with its own words: what stands for it while no note does. */
export type ReasonWords = { code: string; words: string };

const EPOCHS = 10;
/** How far a single note moves the weights at first, and how strongly they are held near nothing. */
const STEP = 2;
const HOLD = 1e-4;
/** From this many texts on, what stands in one of them alone is left out. */
const MANY = 1000;

type Sample = { vector: TextVector; code: number; weight: number };

/** Reasons that are rare count more, by the root of how rare: else the commonest would be suggested for everything. */
function weightsOf(codes: readonly number[], kinds: number): number[] {
  const counts = new Array<number>(kinds).fill(0);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts.map((count) => Math.sqrt(codes.length / kinds / Math.max(1, count)));
}

/** Numbers that look random and are the same each time (Park and Miller's generator): training is repeatable. */
function createDice(): (sides: number) => number {
  let state = 1;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}

function shuffle(order: number[], dice: (sides: number) => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = dice(i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}

/** Moves the weights so that this sample's reason becomes likelier. `scale` is what all weights are yet to be multiplied by. */
function learn(model: ReasonModel, { vector, code, weight }: Sample, step: number, scale: number): void {
  const { weights, bias, codes } = model;
  const { features, values } = vector;
  const wrong = probabilities(model, vector, scale);
  for (let k = 0; k < wrong.length; k += 1) {
    const error = weight * ((wrong[k] ?? 0) - (k === code ? 1 : 0));
    bias[k] = (bias[k] ?? 0) - 0.1 * step * error;
    wrong[k] = error;
  }
  for (let i = 0; i < features.length; i += 1) {
    const move = (step * (values[i] ?? 0)) / scale;
    const first = (features[i] ?? 0) * codes.length;
    for (let k = 0; k < wrong.length; k += 1)
      weights[first + k] = (weights[first + k] ?? 0) - move * (wrong[k] ?? 0);
  }
}

function addTo(sum: Float64Array, part: Float64Array, factor: number): void {
  part.forEach((value, i) => {
    sum[i] = (sum[i] ?? 0) + factor * value;
  });
}

/**
 * Softmax regression by averaged stochastic gradient descent (Bottou 2012, "Stochastic gradient descent tricks"): steps
 * shrink as 1/t, weights are held near nothing, and what the second half of the epochs ended with is averaged.
 */
function descend(model: ReasonModel, samples: readonly Sample[]): ReasonModel {
  const mean = { weights: new Float64Array(model.weights.length), bias: new Float64Array(model.bias.length) };
  const dice = createDice();
  const order = samples.map((_, i) => i);
  let scale = 1;
  let seen = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, dice);
    for (const at of order) {
      const step = STEP / (1 + HOLD * STEP * seen);
      seen += 1;
      const sample = samples[at];
      if (sample) learn(model, sample, step, scale);
      scale *= 1 - step * HOLD;
    }
    if (epoch < EPOCHS / 2) continue;
    addTo(mean.weights, model.weights, scale / (EPOCHS / 2));
    addTo(mean.bias, model.bias, 1 / (EPOCHS / 2));
  }
  return { ...model, ...mean };
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
    ...reasons.map(({ code, words }) => ({ code, text: words })),
    ...notes.filter(({ code }) => index.has(code)),
  ];
  const vocabulary = createVocabulary(
    texts.map(({ text }) => text),
    texts.length >= MANY ? 2 : 1,
  );
  const coded = texts.map(({ code }) => index.get(code) ?? 0);
  const weights = weightsOf(coded, codes.length);
  const samples = texts.map(({ text }, i): Sample => {
    const code = coded[i] ?? 0;
    return { vector: vectorOf(vocabulary, featuresOf(wordsOf(text))), code, weight: weights[code] ?? 1 };
  });
  const empty: ReasonModel = {
    codes,
    vocabulary,
    weights: new Float64Array(vocabulary.rarity.length * codes.length),
    bias: new Float64Array(codes.length),
  };
  return descend(empty, samples);
}
