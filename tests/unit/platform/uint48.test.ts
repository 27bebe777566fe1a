import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getUint48, setUint48 } from '@/lib/platform/uint48';

const written = (n: number) => {
  const bytes = new Uint8Array(8);
  setUint48(new DataView(bytes.buffer), 1, n);
  return bytes;
};

describe('a number in 48 bits', () => {
  it.each([
    [0, [0, 0, 0, 0, 0, 0]],
    [2 ** 32 - 1, [0, 0, 255, 255, 255, 255]],
    [2 ** 32, [0, 1, 0, 0, 0, 0]],
    [2 ** 48 - 1, [255, 255, 255, 255, 255, 255]],
    [0x010203040506, [1, 2, 3, 4, 5, 6]],
  ])('%d takes six bytes, the highest first', (n, bytes) => {
    expect([...written(n)]).toEqual([0, ...bytes, 0]);
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (n) => {
        expect(getUint48(new DataView(written(n).buffer), 1)).toBe(n);
      }),
    );
  });

  it.each([2 ** 48, -1, 0.5, Number.NaN])('%d is refused rather than cut', (n) => {
    expect(() => written(n)).toThrow(RangeError);
  });
});
