import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cardMark,
  digestOfCards,
  digestOfKeys,
  emptyDigest,
  keyMark,
  minus,
  plus,
  sameDigest,
} from '@/lib/protocol/block-digest';
import { type CardChange, type CardEntry, changeCards } from '@/lib/protocol/card-block';
import { changeKeys, type KeyChange, type KeyEntry } from '@/lib/protocol/key-bucket';

const number = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 2 ** 48 - 1 }));
const says = fc.oneof(
  fc.record({ kind: fc.constant('card' as const), bytes: fc.uint8Array({ maxLength: 80 }) }),
  fc.record({ kind: fc.constant('merged' as const), into: number }),
);
const anyCard: fc.Arbitrary<CardEntry> = fc
  .tuple(number, number, says)
  .map(([n, version, said]) => ({ number: n, version, ...said }));
const cards = fc.uniqueArray(anyCard, { selector: (entry) => entry.number, minLength: 1 });

const anyKey: fc.Arbitrary<KeyEntry> = fc.record({
  key: fc.oneof(fc.bigInt({ min: 0n, max: 3n }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })),
  number,
});
const sameKey = (a: KeyEntry) => (b: KeyEntry) => a.key === b.key && a.number === b.number;
const keys = fc.uniqueArray(anyKey, { comparator: (a, b) => sameKey(a)(b), minLength: 1 });

/** Turns one bit of a number, high or low. */
const turn = (n: number, bit: number) => Number(BigInt(n) ^ (1n << BigInt(bit % 48)));

/** The entry, other in one thing. */
const changedCard = (entry: CardEntry, bit: number): CardEntry[] => [
  { ...entry, number: turn(entry.number, bit) },
  { ...entry, version: turn(entry.version, bit) },
  entry.kind === 'merged'
    ? { ...entry, into: turn(entry.into, bit) }
    : { ...entry, bytes: Uint8Array.of(...entry.bytes, 0) },
];

function expectsEachOnce<T>(digest: (all: readonly T[]) => object, all: readonly T[], at: number): T {
  const i = at % all.length;
  const entry = all[i];
  if (entry === undefined) throw new Error('nothing to change');
  expect(digest(all.toSpliced(i, 1))).not.toEqual(digest(all));
  expect(digest([...all, entry])).not.toEqual(digest(all));
  return entry;
}

describe('what a block holds, in 64 bits', () => {
  const card: CardEntry = { number: 3, version: 2 ** 40, kind: 'card', bytes: Uint8Array.of(1, 2, 3) };
  const key: KeyEntry = { key: 0x0123_4567_89ab_cdefn, number: 2 ** 33 };

  it('is the same in every release, since store and browsers compare theirs', () => {
    expect(digestOfCards([card, { number: 4, version: 9, kind: 'merged', into: 3 }])).toEqual({
      a: 1319576701,
      b: 1066684176,
    });
    expect(digestOfKeys([key])).toEqual({ a: 1487982497, b: 4134443251 });
    expect([digestOfCards([]), digestOfKeys([])]).toEqual([emptyDigest, emptyDigest]);
  });

  it('does not ask in which order', () => {
    fc.assert(
      fc.property(cards, keys, (someCards, someKeys) => {
        expect(digestOfCards(someCards.toReversed())).toEqual(digestOfCards(someCards));
        expect(digestOfKeys(someKeys.toReversed())).toEqual(digestOfKeys(someKeys));
      }),
    );
  });

  it('is another when one card is missing, there twice, or other in anything', () => {
    fc.assert(
      fc.property(cards, fc.nat(), fc.nat(), (all, at, bit) => {
        const entry = expectsEachOnce(digestOfCards, all, at);
        for (const other of changedCard(entry, bit)) {
          const changed = all.map((e) => (e === entry ? other : e));
          expect(sameDigest(digestOfCards(changed), digestOfCards(all))).toBe(false);
        }
      }),
    );
  });

  it('is another when a merger is taken for a card', () => {
    const merged = { number: 4, version: 9, kind: 'merged' as const, into: 3 };
    const { into: _, ...head } = merged;
    const bytes = Uint8Array.of(0, 0, 0, 0, 0, 3);
    expect(digestOfCards([{ ...head, kind: 'card', bytes }])).not.toEqual(digestOfCards([merged]));
  });

  it('is another when one key is missing, there twice, or other in anything', () => {
    fc.assert(
      fc.property(keys, fc.nat(), fc.nat(), (all, at, bit) => {
        const entry = expectsEachOnce(digestOfKeys, all, at);
        const others = [
          { ...entry, number: turn(entry.number, bit) },
          { ...entry, key: entry.key ^ (1n << BigInt(bit % 64)) },
        ];
        for (const other of others)
          expect(digestOfKeys(all.map((e) => (e === entry ? other : e)))).not.toEqual(digestOfKeys(all));
      }),
    );
  });

  it.each([
    [
      { a: 1, b: 2 },
      { a: 1, b: 3 },
    ],
    [
      { a: 1, b: 2 },
      { a: 0, b: 2 },
    ],
  ])('%j is not %j: both halves count', (x, y) => {
    expect([sameDigest(x, y), sameDigest(x, x)]).toEqual([false, true]);
  });
});

describe('a digest kept from change to change', () => {
  it('of cards is the digest of the whole', () => {
    const change = fc
      .tuple(fc.nat(9), number, fc.oneof(says, fc.constant({ kind: 'gone' as const })))
      .map(([n, version, said]): CardChange => ({ number: n, version, ...said }));
    fc.assert(
      fc.property(cards, fc.array(change), (before, changes) => {
        let entries: CardEntry[] = before;
        let digest = digestOfCards(entries);
        for (const c of changes) {
          const old = entries.find((e) => e.number === c.number);
          if (old) digest = minus(digest, cardMark(old));
          if (c.kind !== 'gone') digest = plus(digest, cardMark(c));
          entries = changeCards(entries, [c]);
        }
        expect(digest).toEqual(digestOfCards(entries));
        expect(digest).toEqual(digestOfCards(changeCards(before, changes)));
      }),
    );
  });

  it('of keys is the digest of the whole', () => {
    const change = fc
      .tuple(anyKey, fc.constantFrom('added' as const, 'removed' as const))
      .map(([entry, kind]): KeyChange => ({ ...entry, kind, version: 1 }));
    fc.assert(
      fc.property(keys, fc.array(change), (before, changes) => {
        let entries: KeyEntry[] = before;
        let digest = digestOfKeys(entries);
        for (const c of changes) {
          const isThere = entries.some(sameKey(c));
          if (c.kind === 'added' && !isThere) digest = plus(digest, keyMark(c));
          if (c.kind === 'removed' && isThere) digest = minus(digest, keyMark(c));
          entries = changeKeys(entries, [c]);
        }
        expect(digest).toEqual(digestOfKeys(entries));
        expect(digest).toEqual(digestOfKeys(changeKeys(before, changes)));
      }),
    );
  });
});
