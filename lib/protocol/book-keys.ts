import { importLookupKey } from './lookup-key';
import { PROTOCOL_VERSION } from './version';

const encoder = new TextEncoder();

/** All keys of the book of cards. */
export type BookKeys = {
  /** hashes identifiers */
  lookup: CryptoKey;
  /** seals blocks and pages, in the store and on every rep's disk */
  pack: CryptoKey;
  /** makes a seal's nonce of what is sealed, see `sealStable` */
  nonce: CryptoKey;
  /** seals the words behind cards on disk */
  detail: CryptoKey;
  /** tells what was written under these keys from what another organisation or an older wire wrote */
  fingerprint: string;
};

async function derive(master: CryptoKey, info: string, length: number): Promise<ArrayBuffer> {
  const salt = new Uint8Array(0);
  return crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt, info: encoder.encode(info) },
    master,
    length,
  );
}

/**
 * All keys from the one that comes with sign-in (HKDF, RFC 5869). Forgetting that one is the wipe.
 * @param lookupKey base64, 32 bytes
 */
export async function deriveBookKeys(lookupKey: string): Promise<BookKeys> {
  const bytes = Uint8Array.from(atob(lookupKey), (c) => c.charCodeAt(0));
  const master = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
  const toSeal = async (info: string) => {
    const bits = await derive(master, info, 256);
    return crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']);
  };
  const nonce = await derive(master, 'heed book nonce', 256);
  const print = new Uint8Array(await derive(master, 'heed book fingerprint', 64));
  return {
    lookup: await importLookupKey(lookupKey),
    pack: await toSeal('heed book pack'),
    detail: await toSeal('heed details on disk'),
    nonce: await crypto.subtle.importKey('raw', nonce, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    fingerprint: `${PROTOCOL_VERSION}:${Array.from(print, (b) => b.toString(16).padStart(2, '0')).join('')}`,
  };
}
