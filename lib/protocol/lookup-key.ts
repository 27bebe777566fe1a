import type { Identifier } from '@/lib/domain/identifier';

const encoder = new TextEncoder();

/**
 * 64 bits that stand for an identifier wherever its text must not: cut from its hash under the organisation's lookup
 * secret, which comes with sign-in.
 */
export type LookupKey = bigint;

/** The text that is hashed: kind, a zero byte, the canonical value. */
export function identifierText(id: Identifier): string {
  const value = id.kind === 'externalId' ? `${id.system}:${id.recordType}:${id.value}` : id.value;
  return `${id.kind}\0${value}`;
}

/** @param base64 the lookup secret, 32 bytes */
export function importLookupSecret(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/** A key with more of the hash it was cut from: two identifiers with one key differ in their checks. */
export type CheckedKey = { key: LookupKey; check: number };

/**
 * The first 8 bytes, big-endian, and the next 4. 64 bits are compared: with 48, a large center would show a stranger's
 * card a dozen times a year.
 * @param mac HMAC-SHA-256(lookup secret, `identifierText`)
 */
export function cutKey(mac: DataView): CheckedKey {
  return { key: mac.getBigUint64(0), check: mac.getUint32(8) };
}

/** @param secret see `importLookupSecret` */
export async function lookupKey(secret: CryptoKey, id: Identifier): Promise<LookupKey> {
  return cutKey(new DataView(await crypto.subtle.sign('HMAC', secret, encoder.encode(identifierText(id)))))
    .key;
}
