import { toHex } from '@/lib/platform/hex';
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
  const toMac = async (info: string) => {
    const bits = await derive(master, info, 256);
    return crypto.subtle.importKey('raw', bits, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  };
  // Side by side: a worker that was just started answers nobody before it has them.
  const [lookup, pack, nonce, detail, print] = await Promise.all([
    importLookupKey(lookupKey),
    toSeal('heed book pack'),
    toMac('heed book nonce'),
    toSeal('heed details on disk'),
    derive(master, 'heed book fingerprint', 64),
  ]);
  return { lookup, pack, nonce, detail, fingerprint: `${PROTOCOL_VERSION}:${toHex(new Uint8Array(print))}` };
}
