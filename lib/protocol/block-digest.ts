import { murmur3 } from '@/lib/platform/murmur3';
import { setUint48 } from '@/lib/platform/uint48';
import { type CardEntry, entryBody, kindCode } from './card-block';
import type { KeyEntry } from './key-bucket';

/**
 * What a block holds, in 64 bits: the sum of a mark for each entry. A sum, so that whoever knows what was taken out
 * and what was put in knows the new one without reading the rest. It finds drift: a change missed, made twice or
 * written wrong. Against whoever means harm there is the seal (`seal-block.ts`).
 */
export type BlockDigest = { a: number; b: number };

/** Of a block without entries. */
export const emptyDigest: BlockDigest = { a: 0, b: 0 };

const SEEDS = { a: 0x9747b28c, b: 0x5bd1e995 };

/** A block has hundreds of marks: they share one piece of memory rather than take one each. */
let memory = new DataView(new ArrayBuffer(1024));

function room(length: number): DataView {
  if (length > memory.byteLength) memory = new DataView(new ArrayBuffer(2 * length));
  return memory;
}

function markOf(view: DataView, length: number): BlockDigest {
  const bytes = new Uint8Array(view.buffer);
  return { a: murmur3(bytes, SEEDS.a, length), b: murmur3(bytes, SEEDS.b, length) };
}

/** What a card, or a number that points on, adds to its block's digest. */
export function cardMark(entry: CardEntry): BlockDigest {
  const body = entryBody(entry);
  const length = 18 + body.length;
  const view = room(length);
  setUint48(view, 0, entry.number);
  setUint48(view, 6, entry.version);
  setUint48(view, 12, kindCode(entry));
  new Uint8Array(view.buffer).set(body, 18);
  return markOf(view, length);
}

/** What one way from a key to a card adds to its bucket's digest. */
export function keyMark({ key, number }: KeyEntry): BlockDigest {
  const view = room(14);
  setUint48(view, 0, number);
  view.setBigUint64(6, key);
  return markOf(view, 14);
}

/** A digest with a mark more; each half modulo 2^32. */
export const plus = (x: BlockDigest, y: BlockDigest): BlockDigest => ({
  a: (x.a + y.a) >>> 0,
  b: (x.b + y.b) >>> 0,
});

/** A digest with a mark less. */
export const minus = (x: BlockDigest, y: BlockDigest): BlockDigest => ({
  a: (x.a - y.a) >>> 0,
  b: (x.b - y.b) >>> 0,
});

export const sameDigest = (x: BlockDigest, y: BlockDigest): boolean => x.a === y.a && x.b === y.b;

export const digestOfCards = (entries: readonly CardEntry[]): BlockDigest =>
  entries.reduce((sum, entry) => plus(sum, cardMark(entry)), emptyDigest);

export const digestOfKeys = (entries: readonly KeyEntry[]): BlockDigest =>
  entries.reduce((sum, entry) => plus(sum, keyMark(entry)), emptyDigest);
