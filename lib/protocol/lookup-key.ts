import type { Identifier } from '@/lib/domain/identifier';

const encoder = new TextEncoder();

/** The text that is hashed: kind, a zero byte, the canonical value. */
export function identifierText(id: Identifier): string {
  const value = id.kind === 'externalId' ? `${id.system}:${id.recordType}:${id.value}` : id.value;
  return `${id.kind}\0${value}`;
}

/** @param base64 the lookup key that came with sign-in, 32 bytes */
export function importLookupKey(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/**
 * The first 8 bytes of HMAC-SHA-256(key, kind 0x00 value), as 16 hex digits. 64 bits: with 48, a large center would
 * show a stranger's card a dozen times a year.
 */
export async function lookupKey(key: CryptoKey, id: Identifier): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', key, encoder.encode(identifierText(id)));
  return Array.from(new Uint8Array(mac, 0, 8), (b) => b.toString(16).padStart(2, '0')).join('');
}
