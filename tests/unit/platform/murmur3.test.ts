import { describe, expect, it } from 'vitest';
import { murmur3 } from '@/lib/platform/murmur3';

const encoder = new TextEncoder();

describe('MurmurHash3_x86_32', () => {
  it.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['', 0xffffffff, 0x81f16f39],
    ['test', 0, 0xba6bd213],
    ['a', 0x9747b28c, 0x7fa09ea6],
    ['aa', 0x9747b28c, 0x5d211726],
    ['aaa', 0x9747b28c, 0x283e0130],
    ['aaaa', 0x9747b28c, 0x5a97808a],
    ['ab', 0x9747b28c, 0x74875592],
    ['abc', 0x9747b28c, 0xc84a62dd],
    ['abcd', 0x9747b28c, 0xf0478627],
    ['Hello, world!', 1234, 0xfaf6cdb3],
    ['Hello, world!', 0x9747b28c, 0x24884cba],
    ['ππππππππ', 0x9747b28c, 0xd58063c1],
    ['The quick brown fox jumps over the lazy dog', 0x9747b28c, 0x2fa826cd],
  ])('of “%s” under seed %d is the published %d', (text, seed, hash) => {
    expect(murmur3(encoder.encode(text), seed)).toBe(hash);
  });

  it.each([
    [[0], 0, 0x514e28b7],
    [[0, 0], 0, 0x30f4c306],
    [[0, 0, 0], 0, 0x85f0b427],
    [[0, 0, 0, 0], 0, 0x2362f9de],
    [[0xff, 0xff, 0xff, 0xff], 0, 0x76293b50],
    [[0x21], 0, 0x72661cf4],
    [[0x21, 0x43], 0, 0xa0f7b07a],
    [[0x21, 0x43, 0x65], 0, 0x7e4a8634],
    [[0x21, 0x43, 0x65, 0x87], 0, 0xf55b516b],
    [[0x21, 0x43, 0x65, 0x87], 0x5082edee, 0x2362f9de],
  ])('of bytes %j under seed %d is the published %d', (bytes, seed, hash) => {
    expect(murmur3(Uint8Array.from(bytes), seed)).toBe(hash);
  });

  it('reads a view’s own bytes and none beside them', () => {
    const view = encoder.encode('<<<Hello, world!>>').subarray(3, 16);
    expect(murmur3(view, 1234)).toBe(0xfaf6cdb3);
  });
});
