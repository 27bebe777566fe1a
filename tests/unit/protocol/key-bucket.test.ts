import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  changeKeys,
  decodeKeyBucket,
  encodeKeyBucket,
  findInBucket,
  type KeyChange,
  type KeyEntry,
} from '@/lib/protocol/key-bucket';

const damaged = expect.objectContaining({ code: 'damaged' });

const LOW_BITS = 2n ** 52n - 1n;
const anyBucket = fc.oneof(fc.nat(4095), fc.constantFrom(0, 1, 15, 16, 4095));
/** Often equal, often different in one half only: those are the keys that a search mistakes for each other. */
const low = fc.oneof(
  fc.constantFrom(0n, 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 32n + 1n, 2n ** 51n, LOW_BITS),
  fc.bigInt({ min: 0n, max: LOW_BITS }),
);
const small = fc.nat(2 ** 24 - 1);
const number = fc.oneof(
  small,
  fc.constantFrom(2 ** 24 - 1, 2 ** 24, 2 ** 32 - 1, 2 ** 32, 2 ** 48 - 1),
  fc.integer({ min: 0, max: 2 ** 48 - 1 }),
);

const nameOf = ({ key, number: n }: KeyEntry) => `${key} ${n}`;
const entriesOf = (bucket: number, numbers = number): fc.Arbitrary<KeyEntry[]> =>
  fc.uniqueArray(
    fc.tuple(low, numbers).map(([bits, n]) => ({ key: (BigInt(bucket) << 52n) | bits, number: n })),
    { selector: nameOf, maxLength: 60 },
  );
const bucketAndEntries = fc
  .tuple(anyBucket, fc.constantFrom(small, number))
  .chain(([bucket, numbers]) => fc.tuple(fc.constant(bucket), entriesOf(bucket, numbers)));

const inOrder = (entries: readonly KeyEntry[]) =>
  [...entries].sort((a, b) => (a.key === b.key ? a.number - b.number : a.key < b.key ? -1 : 1));
const scan = (entries: readonly KeyEntry[], key: bigint) =>
  entries
    .filter((e) => e.key === key)
    .map((e) => e.number)
    .sort((a, b) => a - b);

describe('a bucket of keys', () => {
  it.each([
    [0n, 0],
    [2n ** 52n - 1n, 0],
    [2n ** 52n, 1],
    [2n ** 63n, 2048],
    [2n ** 64n - 1n, 4095],
  ])('key %d lies in bucket %d', (key, bucket) => {
    expect(bucketOf(key)).toBe(bucket);
  });

  it('comes back as it was, in order, whatever order it was written in', () => {
    fc.assert(
      fc.property(bucketAndEntries, ([bucket, entries]) => {
        const bytes = encodeKeyBucket(entries);
        expect(decodeKeyBucket(bucket, bytes)).toEqual(inOrder(entries));
        expect(encodeKeyBucket(inOrder(entries))).toEqual(bytes);
      }),
    );
  });

  it('leads from a key to just the cards that reading all of it would find', () => {
    fc.assert(
      fc.property(bucketAndEntries, fc.array(low), ([bucket, entries], others) => {
        const bytes = encodeKeyBucket(entries);
        const asked = [...entries.map((e) => e.key), ...others.map((bits) => (BigInt(bucket) << 52n) | bits)];
        for (const key of asked) expect(findInBucket(bytes, key)).toEqual(scan(entries, key));
      }),
    );
  });

  it('leads from one key to every card that has it', () => {
    const key = 0xabc0_1234_5678_9abcn;
    const family = [7, 2 ** 24, 2 ** 32 + 1].map((n) => ({ key, number: n }));
    const bytes = encodeKeyBucket([{ key: key - 1n, number: 1 }, ...family, { key: key + 1n, number: 2 }]);
    expect(findInBucket(bytes, key)).toEqual([7, 2 ** 24, 2 ** 32 + 1]);
    expect(findInBucket(bytes, key + 2n)).toEqual([]);
  });

  it('takes ten bytes a key, thirteen once a number is too high for three', () => {
    const sizeWith = (n: number) => encodeKeyBucket([{ key: 1n, number: n }]).length;
    expect([2 ** 24 - 1, 2 ** 24].map(sizeWith)).toEqual([5 + 10, 5 + 13]);
    expect(() => sizeWith(2 ** 48)).toThrow(RangeError);
  });

  it('may be empty', () => {
    const bytes = encodeKeyBucket([]);
    expect([findInBucket(bytes, 5n), decodeKeyBucket(9, bytes)]).toEqual([[], []]);
  });

  it('is read out of the middle of other bytes', () => {
    const entry = { key: 0xabc0_0000_0000_0001n, number: 300 };
    const bytes = encodeKeyBucket([entry]);
    const view = Uint8Array.of(9, 9, 9, ...bytes, 9).subarray(3, 3 + bytes.length);
    expect(decodeKeyBucket(0xabc, view)).toEqual([entry]);
    expect(findInBucket(view, entry.key)).toEqual([300]);
  });

  it('is damaged at every length but its own', () => {
    fc.assert(
      fc.property(bucketAndEntries, ([bucket, entries]) => {
        const bytes = encodeKeyBucket(entries.slice(0, 8));
        const others = Array.from({ length: bytes.length }, (_, length) => bytes.subarray(0, length));
        for (const other of [...others, Uint8Array.of(...bytes, 0)]) {
          expect(() => decodeKeyBucket(bucket, other)).toThrow(damaged);
          expect(() => findInBucket(other, 1n)).toThrow(damaged);
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each<[string, number, number]>([
    ['keys out of order', 11, 9],
    ['the same way twice', 18, 1],
    ['a key of another bucket', 12, 0x10],
  ])('is damaged when it holds %s', (_what, at, byte) => {
    const entries = [1n, 2n].map((key) => ({ key, number: 5 }));
    const bytes = encodeKeyBucket(entries);
    expect(decodeKeyBucket(0, bytes)).toEqual(entries);
    bytes[at] = byte;
    expect(() => decodeKeyBucket(0, bytes)).toThrow(damaged);
  });

  it('is damaged when its numbers are of a width that nobody writes', () => {
    expect(findInBucket(Uint8Array.of(3, 0, 0, 0, 0), 1n)).toEqual([]);
    expect(() => findInBucket(Uint8Array.of(4, 0, 0, 0, 0), 1n)).toThrow(damaged);
  });

  it('is damaged where another bucket should be', () => {
    const bytes = encodeKeyBucket([{ key: 5n << 52n, number: 1 }]);
    expect(() => decodeKeyBucket(6, bytes)).toThrow(damaged);
  });
});

describe('changes of a bucket of keys', () => {
  it('put in and take out one way at a time, and change nothing when made again', () => {
    const few = fc.record({ key: fc.bigInt({ min: 0n, max: 4n }), number: fc.nat(4) });
    const change = fc
      .tuple(few, fc.constantFrom('added' as const, 'removed' as const))
      .map(([entry, kind]): KeyChange => ({ ...entry, kind, version: 1 }));
    const entries = fc.uniqueArray(few, { selector: nameOf });
    fc.assert(
      fc.property(entries, fc.array(change), (all, changes) => {
        let expected = all.map(nameOf);
        for (const { kind, ...entry } of changes) {
          expected = expected.filter((name) => name !== nameOf(entry));
          if (kind === 'added') expected.push(nameOf(entry));
        }
        const changed = changeKeys(all, changes);
        expect(changed).toEqual(inOrder(changed));
        expect(changed.map(nameOf).sort()).toEqual(expected.sort());
        expect(changeKeys(changed, changes)).toEqual(changed);
      }),
    );
  });
});
