import { type Feature, featuresOf, wordsOf } from './note-features';

/** A text as numbers: which features it has, and how much of its length 1 each takes. */
export type TextVector = { features: Int32Array; values: Float64Array };

/** The features that training saw, each with a number and a weight: the rarer, the more it says. */
export type Vocabulary = { ids: ReadonlyMap<string, number>; rarity: Float64Array };

/** Letters say more than words where notes are short and mistyped; of either, a text has one length. */
const SHARE: Record<Feature['kind'], number> = { words: 0.5, letters: 1 };

const nameOf = ({ kind, name }: Feature) => `${kind}:${name}`;

/** `about`: whose words these are, where they are anybody's */
export type VocabularyText = { text: string; about?: string | undefined };

/**
 * What stands in the notes of fewer customers than this is no word of a model that every rep gets: a name, a street, a
 * turn of phrase would be told on, letter by letter.
 */
export const FEWEST_CUSTOMERS = 5;

type Seen = { texts: number; customers: string[]; isNobodys: boolean };

function add(seen: Seen, about: string | undefined): void {
  seen.texts += 1;
  if (about === undefined) seen.isNobodys = true;
  else if (seen.customers.length < FEWEST_CUSTOMERS && !seen.customers.includes(about))
    seen.customers.push(about);
}

/** @param fewest in how many texts a feature must stand to count */
export function createVocabulary(texts: readonly VocabularyText[], fewest: number): Vocabulary {
  const seenIn = new Map<string, Seen>();
  for (const { text, about } of texts) {
    for (const name of new Set(featuresOf(wordsOf(text)).map(nameOf))) {
      const seen = seenIn.get(name) ?? { texts: 0, customers: [], isNobodys: false };
      add(seen, about);
      seenIn.set(name, seen);
    }
  }
  const isManys = ({ customers, isNobodys }: Seen) => isNobodys || customers.length >= FEWEST_CUSTOMERS;
  const kept = [...seenIn].filter(([, seen]) => seen.texts >= fewest && isManys(seen));
  const rarity = Float64Array.from(kept, ([, seen]) => Math.log((1 + texts.length) / (1 + seen.texts)) + 1);
  return { ids: new Map(kept.map(([name], id) => [name, id])), rarity };
}

/** One kind's part, brought to its share. */
function weigh(counts: ReadonlyMap<number, number>, rarity: Float64Array, share: number) {
  const weighed = [...counts].map(([id, count]) => [id, (1 + Math.log(count)) * (rarity[id] ?? 0)] as const);
  const length = Math.hypot(...weighed.map(([, value]) => value)) || 1;
  return weighed.map(([id, value]) => [id, (share * value) / length] as const);
}

/** tf-idf of words and of letters, each of a length of its own, together of length 1. Words never seen are left out. */
export function vectorOf({ ids, rarity }: Vocabulary, features: readonly Feature[]): TextVector {
  const kinds = { words: new Map<number, number>(), letters: new Map<number, number>() };
  for (const feature of features) {
    const id = ids.get(nameOf(feature));
    if (id !== undefined) kinds[feature.kind].set(id, (kinds[feature.kind].get(id) ?? 0) + 1);
  }
  const parts = [...weigh(kinds.words, rarity, SHARE.words), ...weigh(kinds.letters, rarity, SHARE.letters)];
  const length = Math.hypot(...parts.map(([, value]) => value)) || 1;
  return {
    features: Int32Array.from(parts, ([id]) => id),
    values: Float64Array.from(parts, ([, value]) => value / length),
  };
}

/** The number of one feature; undefined where training never saw it. */
export const idOf = ({ ids }: Vocabulary, feature: Feature): number | undefined => ids.get(nameOf(feature));
