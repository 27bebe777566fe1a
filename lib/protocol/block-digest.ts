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

export const emptyDigest: BlockDigest = { a: 0, b: 0 };

const SEEDS = { a: 0x9747b28c, b: 0x5bd1e995 };

function markOf(head: readonly number[], body: Uint8Array): BlockDigest {
  const bytes = new Uint8Array(6 * head.length + body.length);
  const view = new DataView(bytes.buffer);
  head.forEach((n, i) => {
    setUint48(view, 6 * i, n);
  });
  bytes.set(body, 6 * head.length);
  return { a: murmur3(bytes, SEEDS.a), b: murmur3(bytes, SEEDS.b) };
}

export const cardMark = (entry: CardEntry): BlockDigest =>
  markOf([entry.number, entry.version, kindCode(entry)], entryBody(entry));

export function keyMark({ key, number }: KeyEntry): BlockDigest {
  const body = new Uint8Array(8);
  new DataView(body.buffer).setBigUint64(0, key);
  return markOf([number], body);
}

export const plus = (x: BlockDigest, y: BlockDigest): BlockDigest => ({
  a: (x.a + y.a) >>> 0,
  b: (x.b + y.b) >>> 0,
});

export const minus = (x: BlockDigest, y: BlockDigest): BlockDigest => ({
  a: (x.a - y.a) >>> 0,
  b: (x.b - y.b) >>> 0,
});

export const sameDigest = (x: BlockDigest, y: BlockDigest): boolean => x.a === y.a && x.b === y.b;

export const digestOfCards = (entries: readonly CardEntry[]): BlockDigest =>
  entries.map(cardMark).reduce(plus, emptyDigest);

export const digestOfKeys = (entries: readonly KeyEntry[]): BlockDigest =>
  entries.map(keyMark).reduce(plus, emptyDigest);
