import { BUCKETS, bucketOf, type KeyEntry } from '@/lib/protocol/key-bucket';
import { hashUnder } from '@/server/publish/hash-identifier';
import { identifiersOf } from './generated-customer';

/** Base64 of 32 bytes; the demo's, not anybody's. */
export const LOOKUP_SECRET = btoa('heed benchmark key, 32 bytes ok!');

const hash = hashUnder(LOOKUP_SECRET);
const KEYS_EACH = identifiersOf(1).length;

/** The lookup keys of a generated customer. */
export const keysOf = (number: number): bigint[] => identifiersOf(number).map((id) => hash(id).key);

/** Where each bucket's keys begin in a list ordered by bucket; one more at the end. */
function startsOf(keys: BigUint64Array): Uint32Array {
  const starts = new Uint32Array(BUCKETS + 1);
  const counts = new Uint32Array(BUCKETS);
  for (const key of keys) counts[bucketOf(key)] = (counts[bucketOf(key)] ?? 0) + 1;
  counts.forEach((count, n) => {
    starts[n + 1] = (starts[n] ?? 0) + count;
  });
  return starts;
}

/**
 * The keys of customers 1 to `customers`, by bucket. Kept as plain numbers: thirty million objects of the heap would be
 * walked by each of its collections, which took longer than all the rest of a book of ten million.
 */
export function gatherKeys(customers: number): (bucket: number) => KeyEntry[] {
  const keys = new BigUint64Array(KEYS_EACH * customers);
  for (let number = 1; number <= customers; number += 1) keys.set(keysOf(number), KEYS_EACH * (number - 1));
  const starts = startsOf(keys);
  const next = starts.slice();
  const places = new Uint32Array(keys.length);
  keys.forEach((key, place) => {
    const at = next[bucketOf(key)] ?? 0;
    places[at] = place;
    next[bucketOf(key)] = at + 1;
  });
  const entryAt = (place: number): KeyEntry => ({
    key: keys[place] ?? 0n,
    number: Math.floor(place / KEYS_EACH) + 1,
  });
  return (bucket) => Array.from(places.subarray(starts[bucket], starts[bucket + 1]), entryAt);
}
