import { decode, encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardChange } from '@/lib/protocol/card-block';
import {
  type BlockState,
  type DeltaPage,
  decodeDeltaPage,
  encodeDeltaPage,
  pageAfter,
} from '@/lib/protocol/delta-page';

const damaged = expect.objectContaining({ code: 'damaged' });

const number = fc.oneof(fc.nat(1000), fc.constantFrom(2 ** 24, 2 ** 32 - 1, 2 ** 32, 2 ** 48 - 1));
const says = fc.oneof(
  fc.record({ kind: fc.constant('card' as const), bytes: fc.uint8Array({ maxLength: 100 }) }),
  fc.record({ kind: fc.constant('merged' as const), into: number }),
  fc.constant({ kind: 'gone' as const }),
);
const card = fc
  .tuple(number, number, says)
  .map(([n, version, said]): CardChange => ({ number: n, version, ...said }));
const keys = fc.array(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { maxLength: 5 });
const half = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const states: fc.Arbitrary<BlockState[]> = fc.array(
  fc.record({ n: number, digest: fc.record({ a: half, b: half }) }),
  { maxLength: 8 },
);
const anyPage: fc.Arbitrary<DeltaPage> = fc.record({
  book: fc.uuid(),
  to: number,
  full: fc.boolean(),
  customers: number,
  changes: fc.array(fc.record({ card, added: keys, removed: keys }), { maxLength: 12 }),
  cards: states,
  keys: states,
});

const page: DeltaPage = {
  book: '0d9c7e5e-6f0b-4c1d-9b53-0a7d1f0a4e11',
  to: 1003,
  full: false,
  customers: 2,
  changes: [
    {
      card: { number: 4, version: 1001, kind: 'card', bytes: Uint8Array.of(1, 2) },
      added: [9n],
      removed: [],
    },
    { card: { number: 5, version: 1002, kind: 'merged', into: 4 }, added: [], removed: [2n ** 63n] },
    { card: { number: 6, version: 1003, kind: 'gone' }, added: [], removed: [1n, 2n] },
  ],
  cards: [{ n: 0, digest: { a: 1, b: 2 ** 32 - 1 } }],
  keys: [],
};

/** The page with one field of its first change written otherwise. */
function withField(at: number, value: unknown): Uint8Array {
  const wire = decode(encodeDeltaPage(page)) as [number, string, number, boolean, number, unknown[][]];
  const [first = [], ...others] = wire[5];
  return encode(wire.with(5, [first.with(at, value), ...others]));
}

describe('the page after a version', () => {
  it.each([
    [0, 0],
    [999, 0],
    [1000, 1],
    [1001, 1],
    [1999, 1],
    [2000, 2],
    [2 ** 40, Math.floor(2 ** 40 / 1000)],
  ])('%d is page %d', (version, n) => {
    expect(pageAfter(version)).toBe(n);
  });

  it('is the one in which the next change stands', () => {
    fc.assert(
      fc.property(number, (version) => {
        const n = pageAfter(version);
        expect(version + 1).toBeGreaterThanOrEqual(n * 1000 + 1);
        expect(version + 1).toBeLessThanOrEqual((n + 1) * 1000);
      }),
    );
  });
});

describe('a page of changes', () => {
  it('comes back as it was', () => {
    expect(decodeDeltaPage(encodeDeltaPage(page))).toEqual(page);
    fc.assert(
      fc.property(anyPage, (any) => {
        expect(decodeDeltaPage(encodeDeltaPage(any))).toEqual(any);
      }),
    );
  });

  it('is read out of the middle of other bytes', () => {
    const bytes = encodeDeltaPage(page);
    const view = Uint8Array.of(9, 9, 9, ...bytes, 9).subarray(3, 3 + bytes.length);
    expect(decodeDeltaPage(view)).toEqual(page);
  });

  it('is damaged at every length but its own', () => {
    fc.assert(
      fc.property(anyPage, (any) => {
        const bytes = encodeDeltaPage({ ...any, changes: any.changes.slice(0, 3) });
        for (let length = 0; length < bytes.length; length += 1)
          expect(() => decodeDeltaPage(bytes.subarray(0, length))).toThrow(damaged);
        expect(() => decodeDeltaPage(Uint8Array.of(...bytes, 0))).toThrow(damaged);
      }),
      { numRuns: 20 },
    );
  });

  it('is told from one of a newer store, whatever else that says', () => {
    const outdated = expect.objectContaining({ code: 'outdated' });
    expect(() => decodeDeltaPage(encode([2, 'all', 'new']))).toThrow(outdated);
    expect(() => decodeDeltaPage(encode([0, ...(decode(encodeDeltaPage(page)) as []).slice(1)]))).toThrow(
      damaged,
    );
    expect(() => decodeDeltaPage(encode(2))).toThrow(damaged);
  });

  it.each<[string, number, unknown]>([
    ['a card without bytes', 3, null],
    ['a card that is a number', 3, 4],
    ['a merger into nobody', 2, 1],
    ['something gone that still says something', 2, 2],
    ['a kind that nobody knows', 2, 3],
    ['a version below nothing', 0, -1],
    ['a number that is no whole one', 1, 0.5],
    ['half a key', 4, new Uint8Array(12)],
    ['half a key that went', 5, new Uint8Array(4)],
  ])('is damaged when it holds %s', (_what, at, value) => {
    expect(() => decodeDeltaPage(withField(at, value))).toThrow(damaged);
  });
});
