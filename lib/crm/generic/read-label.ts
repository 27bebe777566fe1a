import { labelWords, type WordKind } from './label-words';

/**
 * What stands beside a label. `customer`: the person whom the page is about; `other`: somebody else (Cc, owner, agent).
 * `exact`: every word of it is known; of "Billing e-mail (archive)" it isn't, and who knows whose that is.
 */
export type Label = {
  kind: 'email' | 'phone' | 'id' | 'name' | 'first' | 'last' | 'customer' | 'other';
  ofCustomer: boolean;
  exact: boolean;
};

const LONGEST = 60;

/** A text's words, without case, accents and punctuation; "E-mail" is one word. */
export function foldWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<!\p{L})e[-\u2010\u2011](?=\p{L}{4})/gu, 'e');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

let known: Map<string, WordKind> | null = null;

function dictionary(): Map<string, WordKind> {
  if (known) return known;
  known = new Map();
  for (const kind of Object.keys(labelWords) as WordKind[])
    for (const word of foldWords(labelWords[kind])) if (!known.has(word)) known.set(word, kind);
  return known;
}

function kindOf(has: (kind: WordKind) => boolean): Label['kind'] | null {
  if (has('other')) return 'other';
  if (has('email')) return 'email';
  if (has('phone')) return 'phone';
  if (has('id') || (has('number') && (has('customer') || has('numbered')))) return 'id';
  for (const kind of ['first', 'last', 'name'] as const) if (has(kind)) return kind;
  return has('customer') || has('contact') ? 'customer' : null;
}

/** Reads a text as a label; null where it is none. "Phone 2" and "Phone" are the same. */
export function readLabel(text: string): Label | null {
  if (text.length > LONGEST || text.includes('@')) return null;
  const kinds = foldWords(text)
    .filter((word) => !/^\d$/.test(word))
    .map((word) => dictionary().get(word));
  const has = (kind: WordKind) => kinds.includes(kind);
  const kind = kindOf(has);
  return (
    kind && { kind, ofCustomer: has('customer') || kind === 'customer', exact: !kinds.includes(undefined) }
  );
}
