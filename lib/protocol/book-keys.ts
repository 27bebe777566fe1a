import { toHex } from '@/lib/platform/hex';
import { importLookupSecret } from './lookup-key';
import { PROTOCOL_VERSION } from './version';

const encoder = new TextEncoder();

/** All keys of the book of cards. */
export type BookKeys = {
  /** hashes identifiers: makes a `LookupKey` of each */
  lookupSecret: CryptoKey;
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
 * All keys from the lookup secret, which comes with sign-in (HKDF, RFC 5869). Forgetting that one is the wipe.
 * @param base64 the lookup secret, 32 bytes
 */
export async function deriveBookKeys(base64: string): Promise<BookKeys> {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
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
  const [lookupSecret, pack, nonce, detail, print] = await Promise.all([
    importLookupSecret(base64),
    toSeal('heed book pack'),
    toMac('heed book nonce'),
    toSeal('heed details on disk'),
    derive(master, 'heed book fingerprint', 64),
  ]);
  return {
    lookupSecret,
    pack,
    nonce,
    detail,
    fingerprint: `${PROTOCOL_VERSION}:${toHex(new Uint8Array(print))}`,
  };
}
