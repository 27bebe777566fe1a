import { importLookupKey } from '@/lib/protocol/lookup-key';
import { PROTOCOL_VERSION } from '@/lib/protocol/version';

const encoder = new TextEncoder();

export type CardKeys = {
  /** hashes identifiers */
  lookup: CryptoKey;
  /** seals cards on disk */
  card: CryptoKey;
  /** seals the words behind cards on disk */
  detail: CryptoKey;
  /** tells rows written under these keys from rows of another sign-in's organisation or of an older wire */
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
 * All keys for cards and what is behind them, from the one that came with sign-in (HKDF, RFC 5869). Forgetting that one is the wipe.
 * @param lookupKey base64, 32 bytes
 */
export async function deriveCardKeys(lookupKey: string): Promise<CardKeys> {
  const bytes = Uint8Array.from(atob(lookupKey), (c) => c.charCodeAt(0));
  const master = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
  const toSeal = async (info: string) => {
    const bits = await derive(master, info, 256);
    return crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']);
  };
  const print = new Uint8Array(await derive(master, 'heed cards fingerprint', 64));
  return {
    lookup: await importLookupKey(lookupKey),
    card: await toSeal('heed cards on disk'),
    detail: await toSeal('heed details on disk'),
    fingerprint: `${PROTOCOL_VERSION}:${Array.from(print, (b) => b.toString(16).padStart(2, '0')).join('')}`,
  };
}
