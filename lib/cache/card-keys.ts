import { importLookupKey } from '@/lib/protocol/lookup-key';
import { PROTOCOL_VERSION } from '@/lib/protocol/version';

const encoder = new TextEncoder();

export type CardKeys = {
  /** hashes identifiers */
  lookup: CryptoKey;
  /** seals cards on disk */
  card: CryptoKey;
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
 * All keys for cards, from the one that came with sign-in (HKDF, RFC 5869). Forgetting that one is the wipe.
 * @param lookupKey base64, 32 bytes
 */
export async function deriveCardKeys(lookupKey: string): Promise<CardKeys> {
  const bytes = Uint8Array.from(atob(lookupKey), (c) => c.charCodeAt(0));
  const master = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits']);
  const card = await derive(master, 'heed cards on disk', 256);
  const print = new Uint8Array(await derive(master, 'heed cards fingerprint', 64));
  return {
    lookup: await importLookupKey(lookupKey),
    card: await crypto.subtle.importKey('raw', card, 'AES-GCM', false, ['encrypt', 'decrypt']),
    fingerprint: `${PROTOCOL_VERSION}:${Array.from(print, (b) => b.toString(16).padStart(2, '0')).join('')}`,
  };
}
