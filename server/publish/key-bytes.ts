import { BUCKETS } from '@/lib/protocol/key-bucket';
import type { LookupKey } from '@/lib/protocol/lookup-key';

const BITS_BELOW_BUCKET = 64n - BigInt(Math.log2(BUCKETS));

/** Keys as the database holds them: 8 bytes each, which sort as the numbers do. */
export function joinKeys(keys: readonly LookupKey[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 * keys.length);
  const view = new DataView(bytes.buffer);
  keys.forEach((key, i) => {
    view.setBigUint64(8 * i, key);
  });
  return bytes;
}

/** The other way round. */
export function splitKeys(bytes: Uint8Array): LookupKey[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / 8 }, (_, i) => view.getBigUint64(8 * i));
}

export const keyBytes = (key: LookupKey): Uint8Array<ArrayBuffer> => joinKeys([key]);

/** The first key of a bucket; after the last one, a text that stands behind every key. */
export const firstKeyOf = (bucket: number): Uint8Array<ArrayBuffer> =>
  bucket < BUCKETS ? keyBytes(BigInt(bucket) << BITS_BELOW_BUCKET) : new Uint8Array(9).fill(0xff);
