import { probabilities, type ReasonModel } from './reason-model';
import type { TextVector } from './vocabulary';

/** A coded text; `weight` is how much it counts. */
export type Sample = { vector: TextVector; code: number; weight: number };

export type Descent = {
  /** how far a single text moves the weights at first, and how strongly they are held near nothing */
  step: number;
  hold: number;
  /** how fast each weight moves beside the others; all alike where nothing is said */
  pace?: Float64Array;
};

const EPOCHS = 10;

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

type Move = { step: number; scale: number; pace: Float64Array | undefined };

/** Moves the weights so that this sample's reason becomes likelier. `scale` is what all weights are yet to be multiplied by. */
function learn(model: ReasonModel, { vector, code, weight }: Sample, { step, scale, pace }: Move): void {
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
    for (let k = 0; k < wrong.length; k += 1) {
      const own = pace ? (pace[first + k] ?? 0) : 1;
      weights[first + k] = (weights[first + k] ?? 0) - move * (wrong[k] ?? 0) * own;
    }
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
export function descend(
  model: ReasonModel,
  samples: readonly Sample[],
  { step: first, hold, pace }: Descent,
): ReasonModel {
  const mean = { weights: new Float64Array(model.weights.length), bias: new Float64Array(model.bias.length) };
  const dice = createDice();
  const order = samples.map((_, i) => i);
  let scale = 1;
  let seen = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, dice);
    for (const at of order) {
      const step = first / (1 + hold * first * seen);
      seen += 1;
      const sample = samples[at];
      if (sample) learn(model, sample, { step, scale, pace });
      scale *= 1 - step * hold;
    }
    if (epoch < EPOCHS / 2) continue;
    addTo(mean.weights, model.weights, scale / (EPOCHS / 2));
    addTo(mean.bias, model.bias, 1 / (EPOCHS / 2));
  }
  return { ...model, ...mean };
}
