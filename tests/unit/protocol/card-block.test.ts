import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CardChange,
  type CardEntry,
  cardBlockOf,
  changeCards,
  decodeCardBlock,
  encodeCardBlock,
} from '@/lib/protocol/card-block';

const damaged = expect.objectContaining({ code: 'damaged' });

const version = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const says = fc.oneof(
  fc.record({ kind: fc.constant('card' as const), bytes: fc.uint8Array({ maxLength: 120 }) }),
  fc.record({ kind: fc.constant('merged' as const), into: version }),
);
const anyBlock = fc.oneof(fc.nat(3), fc.constantFrom(2 ** 25, 2 ** 41 - 1));

const entriesOf = (block: number): fc.Arbitrary<CardEntry[]> =>
  fc.uniqueArray(
    fc.tuple(fc.nat(127), version, says).map(([low, v, said]) => ({
      number: block * 128 + low,
      version: v,
      ...said,
    })),
    { selector: (entry) => entry.number, maxLength: 128 },
  );
const blockAndEntries = anyBlock.chain((block) => fc.tuple(fc.constant(block), entriesOf(block)));

const inOrder = (entries: readonly CardEntry[]) => [...entries].sort((a, b) => a.number - b.number);
const card = (number: number, ...bytes: number[]): CardEntry => ({
  ...{ number, version: number + 1 },
  ...{ kind: 'card', bytes: Uint8Array.from(bytes) },
});

describe('a block of cards', () => {
  it.each([
    [0, 0],
    [127, 0],
    [128, 1],
    [2 ** 32, 2 ** 25],
    [2 ** 48 - 1, 2 ** 41 - 1],
  ])('card %d lies in block %d', (number, block) => {
    expect(cardBlockOf(number)).toBe(block);
  });

  it('comes back as it was, in the order of its numbers, whatever order it was written in', () => {
    fc.assert(
      fc.property(blockAndEntries, ([block, entries]) => {
        const bytes = encodeCardBlock(entries);
        expect(decodeCardBlock(block, bytes)).toEqual(inOrder(entries));
        expect(encodeCardBlock(inOrder(entries))).toEqual(bytes);
      }),
    );
  });

  it('may be empty, and may be full', () => {
    expect(decodeCardBlock(7, encodeCardBlock([]))).toEqual([]);
    const full = Array.from({ length: 128 }, (_, i) => card(7 * 128 + i, i));
    expect(decodeCardBlock(7, encodeCardBlock(full))).toEqual(full);
  });

  it('is read out of the middle of other bytes', () => {
    const entries = [card(3, 1, 2), { number: 9, version: 1, kind: 'merged' as const, into: 2 ** 40 + 5 }];
    const bytes = encodeCardBlock(entries);
    const around = Uint8Array.of(9, 9, 9, ...bytes, 9);
    expect(decodeCardBlock(0, around.subarray(3, 3 + bytes.length))).toEqual(entries);
  });

  it('holds a body of 65,535 bytes, and refuses a longer one rather than cut it', () => {
    const long = (length: number) => [{ ...card(1), bytes: new Uint8Array(length) }] as CardEntry[];
    expect(decodeCardBlock(0, encodeCardBlock(long(65_535)))).toEqual(long(65_535));
    expect(() => encodeCardBlock(long(65_536))).toThrow(RangeError);
  });

  it('is damaged at every length but its own', () => {
    fc.assert(
      fc.property(blockAndEntries, ([block, entries]) => {
        const bytes = encodeCardBlock(entries.slice(0, 10));
        for (let length = 0; length < bytes.length; length += 1)
          expect(() => decodeCardBlock(block, bytes.subarray(0, length))).toThrow(damaged);
        expect(() => decodeCardBlock(block, Uint8Array.of(...bytes, 0))).toThrow(damaged);
      }),
      { numRuns: 20 },
    );
  });

  it.each<[string, number, number]>([
    ['numbers out of order', 2, 4],
    ['a number twice', 2, 3],
    ['a kind that nobody knows', 4, 2],
    ['a merger that says no number', 5, 1],
  ])('is damaged when it holds %s', (_what, at, byte) => {
    const bytes = encodeCardBlock([card(1, 7), card(3, 8)]);
    expect([...bytes.subarray(0, 6)]).toEqual([0, 2, 1, 3, 0, 0]);
    bytes[at] = byte;
    expect(() => decodeCardBlock(0, bytes)).toThrow(damaged);
  });
});

describe('changes of a block of cards', () => {
  const change = fc
    .tuple(fc.nat(12), version, fc.oneof(says, fc.constant({ kind: 'gone' as const })))
    .map(([number, v, said]): CardChange => ({ number, version: v, ...said }));

  it('leave each number with what was last said of it, and what nobody spoke of as it was', () => {
    fc.assert(
      fc.property(entriesOf(0), fc.array(change), (entries, changes) => {
        const expected = inOrder(entries).flatMap((entry) =>
          changes.some((c) => c.number === entry.number) ? [] : [entry],
        );
        for (const number of new Set(changes.map((c) => c.number))) {
          const last = changes.findLast((c) => c.number === number);
          if (last && last.kind !== 'gone') expected.push(last);
        }
        const before = structuredClone(entries);
        expect(changeCards(entries, changes)).toEqual(inOrder(expected));
        expect(entries).toEqual(before);
      }),
    );
  });
});
