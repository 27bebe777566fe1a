import type { LookupKey } from './lookup-key';

/** Keys one behind the other, 8 bytes each, big-endian: as bytes they sort as the numbers do. */
export function joinKeys(keys: readonly LookupKey[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(8 * keys.length);
  const view = new DataView(joined.buffer);
  keys.forEach((key, i) => {
    view.setBigUint64(8 * i, key);
  });
  return joined;
}

/** The other way round. @param joined a multiple of 8 bytes */
export function splitKeys(joined: Uint8Array): LookupKey[] {
  const view = new DataView(joined.buffer, joined.byteOffset, joined.length);
  return Array.from({ length: joined.length / 8 }, (_, i) => view.getBigUint64(8 * i));
}
