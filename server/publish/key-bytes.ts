import { joinKeys } from '@/lib/protocol/joined-keys';
import { BUCKETS } from '@/lib/protocol/key-bucket';
import type { LookupKey } from '@/lib/protocol/lookup-key';

const BITS_BELOW_BUCKET = 64n - BigInt(Math.log2(BUCKETS));

/** A key as the database holds it. */
export const keyBytes = (key: LookupKey): Uint8Array<ArrayBuffer> => joinKeys([key]);

/** The first key of a bucket; after the last one, a text that stands behind every key. */
export const firstKeyOf = (bucket: number): Uint8Array<ArrayBuffer> =>
  bucket < BUCKETS ? keyBytes(BigInt(bucket) << BITS_BELOW_BUCKET) : new Uint8Array(9).fill(0xff);
