import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePack, encodePack } from '@/lib/protocol/pack';

const damaged = expect.objectContaining({ code: 'damaged' });
const blocks = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 });

describe('a pack of blocks', () => {
  it('comes back as it was, block by block', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        expect(decodePack(encodePack(all))).toEqual(all);
      }),
    );
  });

  it('is read out of the middle of other bytes', () => {
    const bytes = encodePack([Uint8Array.of(1, 2), Uint8Array.of(3)]);
    const view = Uint8Array.of(9, 9, 9, ...bytes, 9).subarray(3, 3 + bytes.length);
    expect(decodePack(view)).toEqual([Uint8Array.of(1, 2), Uint8Array.of(3)]);
  });

  it('gives each block memory of its own, so that keeping one keeps none of the rest', () => {
    const bytes = encodePack([Uint8Array.of(1, 2), Uint8Array.of(3)]);
    const decoded = decodePack(bytes);
    expect(decoded.map((block) => block.buffer.byteLength)).toEqual([2, 1]);
    bytes.fill(0);
    expect(decoded).toEqual([Uint8Array.of(1, 2), Uint8Array.of(3)]);
  });

  it('is damaged at every length but its own', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const bytes = encodePack(all);
        for (let length = 0; length < bytes.length; length += 1)
          expect(() => decodePack(bytes.subarray(0, length))).toThrow(damaged);
        expect(() => decodePack(Uint8Array.of(...bytes, 0))).toThrow(damaged);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['more blocks than there are bytes', [1, 0xff, 0xff, 0xff, 0xff]],
    ['a block longer than the pack', [1, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff, 7]],
  ])('is damaged when it speaks of %s', (_what, bytes) => {
    expect(() => decodePack(Uint8Array.from(bytes))).toThrow(damaged);
  });

  it('is told from one of a newer store', () => {
    const [, ...rest] = encodePack([Uint8Array.of(1)]);
    expect(() => decodePack(Uint8Array.of(2, ...rest))).toThrow(
      expect.objectContaining({ code: 'outdated' }),
    );
    expect(() => decodePack(Uint8Array.of(0, ...rest))).toThrow(damaged);
  });
});
