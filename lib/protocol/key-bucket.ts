import { AppError } from '@/lib/platform/app-error';
import { getUint48, setUint48 } from '@/lib/platform/uint48';
import type { LookupKey } from './lookup-key';

/*
 * A bucket of keys as bytes:
 *   width of a number, 3 or 6 (1) · count (4) · low 7 bytes of each key, ascending · number of each (width)
 * A bucket's place says the first 12 bits of its keys; all 64 count in every comparison.
 */

/** How many there are, numbered from 0. */
export const BUCKETS = 4096;

/** One way from a key to a card. A key may lead to several, and a card has several keys. */
export type KeyEntry = { key: LookupKey; number: number };
/** A way that is new, or is no more; `version` is that of the change that says so. */
export type KeyChange = KeyEntry & { version: number; kind: 'added' | 'removed' };

/** Which bucket a key lies in: its first 12 bits. */
export const bucketOf = (key: LookupKey): number => Number(key >> 52n);

const HEADER = 5;
const KEPT = 7;

const isBefore = (a: KeyEntry, b: KeyEntry) => (a.key === b.key ? a.number < b.number : a.key < b.key);
const inOrder = (a: KeyEntry, b: KeyEntry) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0);

/** @param entries of one bucket, in any order, each once */
export function encodeKeyBucket(entries: readonly KeyEntry[]): Uint8Array<ArrayBuffer> {
  const sorted = [...entries].sort(inOrder);
  const width = sorted.some((e) => e.number >= 2 ** 24) ? 6 : 3;
  const bytes = new Uint8Array(HEADER + sorted.length * (KEPT + width));
  const view = new DataView(bytes.buffer);
  bytes[0] = width;
  view.setUint32(1, sorted.length);
  sorted.forEach(({ key, number }, i) => {
    const low = HEADER + i * KEPT;
    bytes[low] = Number((key >> 48n) & 0xffn);
    view.setUint16(low + 1, Number((key >> 32n) & 0xffffn));
    view.setUint32(low + 3, Number(key & 0xffffffffn));
    const at = HEADER + sorted.length * KEPT + i * width;
    if (width === 6) setUint48(view, at, number);
    else {
      bytes[at] = number >> 16;
      view.setUint16(at + 1, number & 0xffff);
    }
  });
  return bytes;
}

/** A bucket that can be asked without taking it apart. */
function openBucket(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const width = bytes[0];
  const count = bytes.length < HEADER ? 0 : view.getUint32(1);
  const isWhole = (width === 3 || width === 6) && bytes.length === HEADER + count * (KEPT + width);
  if (!isWhole) throw new AppError('damaged', 'not a bucket of keys');
  const numbers = HEADER + count * KEPT;
  return {
    count,
    /** bits 32 to 55 and 0 to 31 of a key */
    high: (i: number) => (view.getUint8(HEADER + i * KEPT) << 16) | view.getUint16(HEADER + i * KEPT + 1),
    low: (i: number) => view.getUint32(HEADER + i * KEPT + 3),
    number: (i: number) =>
      width === 3
        ? (view.getUint8(numbers + i * 3) << 16) | view.getUint16(numbers + i * 3 + 1)
        : getUint48(view, numbers + i * 6),
  };
}

/**
 * @returns the numbers of the cards that a key of this bucket leads to, ascending
 * @throws {AppError} `damaged`
 */
export function findInBucket(bytes: Uint8Array, key: LookupKey): number[] {
  const bucket = openBucket(bytes);
  const [high, low] = [Number((key >> 32n) & 0xffffffn), Number(key & 0xffffffffn)];
  const isLess = (i: number) => bucket.high(i) < high || (bucket.high(i) === high && bucket.low(i) < low);
  let [from, to] = [0, bucket.count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isLess(middle)) from = middle + 1;
    else to = middle;
  }
  const found: number[] = [];
  for (let i = from; i < bucket.count && bucket.high(i) === high && bucket.low(i) === low; i += 1)
    found.push(bucket.number(i));
  return found;
}

/**
 * @param n which bucket it is, see `bucketOf`
 * @throws {AppError} `damaged`, also when it is out of order: then searching in it would miss
 */
export function decodeKeyBucket(n: number, bytes: Uint8Array): KeyEntry[] {
  const bucket = openBucket(bytes);
  const first = BigInt(n >> 4) << 56n;
  const entries: KeyEntry[] = [];
  for (let i = 0; i < bucket.count; i += 1) {
    const key = first | (BigInt(bucket.high(i)) << 32n) | BigInt(bucket.low(i));
    const entry = { key, number: bucket.number(i) };
    const before = entries.at(-1);
    if (bucketOf(key) !== n || (before && !isBefore(before, entry)))
      throw new AppError('damaged', 'a bucket of keys is out of order');
    entries.push(entry);
  }
  return entries;
}

/** The bucket after these changes, which come in order. */
export function changeKeys(entries: readonly KeyEntry[], changes: readonly KeyChange[]): KeyEntry[] {
  const name = ({ key, number }: KeyEntry) => `${key} ${number}`;
  const last = new Map(changes.map((change) => [name(change), change]));
  // A bucket has hundreds of keys and a page changes one or two of them: only theirs are worth a name.
  const touched = new Set(changes.map(({ key }) => key));
  const kept = entries.filter((entry) => !touched.has(entry.key) || !last.has(name(entry)));
  const added = [...last.values()].filter(({ kind }) => kind === 'added');
  return [...kept, ...added.map(({ key, number }) => ({ key, number }))].sort(inOrder);
}
