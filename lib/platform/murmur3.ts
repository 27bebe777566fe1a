function mix(word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  return Math.imul(k, 0x1b873593);
}

function tail(bytes: Uint8Array, from: number, length: number): number {
  let k = 0;
  for (let i = length - 1; i >= from; i -= 1) k = (k << 8) | (bytes[i] ?? 0);
  return length > from ? mix(k) : 0;
}

/**
 * MurmurHash3_x86_32 (Austin Appleby, public domain). No protection against anyone who wants two texts to have one
 * hash; it finds bytes that were changed by accident, at a speed that lets whole blocks be looked through.
 * @param length how many of the bytes count
 * @returns 0 to 2^32 - 1
 */
export function murmur3(bytes: Uint8Array, seed: number, length = bytes.length): number {
  let h = seed | 0;
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    const word =
      (bytes[i] ?? 0) |
      ((bytes[i + 1] ?? 0) << 8) |
      ((bytes[i + 2] ?? 0) << 16) |
      ((bytes[i + 3] ?? 0) << 24);
    h ^= mix(word);
    h = (h << 13) | (h >>> 19);
    h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  }
  h ^= tail(bytes, whole, length);
  h ^= length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
