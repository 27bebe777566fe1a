/** A piece of a note's text that may speak for a reason. */
export type Feature = {
  name: string;
  /** words and pairs of them, or the letters inside one word */
  kind: 'words' | 'letters';
  /** which of the note's words it was taken from; the last of them, where there are several */
  word: number;
};

const LETTERS = { least: 3, most: 6 };
const ENDING = /(?:ing|edly|ed|ies|es|s)$/u;
const STEM = 3;

/** An order, an account or a name with a year of birth: it says who, and nothing of why. */
const isKey = (token: string): boolean =>
  /[\p{L}\p{M}].*\d/u.test(token) && (token.match(/\d/gu)?.length ?? 0) >= 3;

/**
 * The words of a text, lower-case. Numbers are all one: which one it was says nothing of why. Addresses of any kind are
 * left out, with what stands around their @, and so are keys of letters and digits.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\S+/gu, ' ')
    .replace(/\S*\s?@\s?\S*/gu, ' ')
    .replace(/[\p{L}\p{M}\d]+/gu, (token) => (isKey(token) ? ' ' : token))
    .replace(/’/gu, "'")
    .replace(/\d+/gu, '0');
  return plain.match(/[\p{L}\p{M}0']+/gu) ?? [];
}

/** "delays", "delayed" and "delaying" are one. Roughly: what differs still shares its letters. */
export const stemOf = (word: string) =>
  word.replace(ENDING, (ending) => (word.length - ending.length >= STEM ? '' : ending));

/** Each word, with the one before it, and with the one before that. */
function pairsOf(stems: readonly string[]): Feature[] {
  return stems.flatMap((stem, word) => {
    const [before, second] = [stems[word - 1], stems[word - 2]];
    const names = [
      stem,
      ...(before === undefined ? [] : [`${before} ${stem}`]),
      ...(second === undefined ? [] : [`${second} _ ${stem}`]),
    ];
    return names.map((name): Feature => ({ name, kind: 'words', word }));
  });
}

/** Three to six letters in a row, word by word, with where it begins and ends: what is mistyped shares most of them. */
function lettersOf(words: readonly string[]): Feature[] {
  return words.flatMap((text, word) => {
    const whole = ` ${text} `;
    const names: string[] = [];
    for (let length = LETTERS.least; length <= LETTERS.most; length += 1) {
      if (length >= whole.length) {
        names.push(whole);
        break;
      }
      for (let at = 0; at + length <= whole.length; at += 1) names.push(whole.slice(at, at + length));
    }
    return names.map((name): Feature => ({ name, kind: 'letters', word }));
  });
}

/** What a note's words are compared by. */
export function featuresOf(words: readonly string[]): Feature[] {
  return [...pairsOf(words.map(stemOf)), ...lettersOf(words)];
}
