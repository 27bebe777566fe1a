import { createHmac, createSecretKey } from 'node:crypto';
import type { Identifier } from '@/lib/domain/identifier';
import { type CheckedKey, cutKey, identifierText } from '@/lib/protocol/lookup-key';

/** From an identifier to its lookup key, with what tells two of one key apart. */
export type HashIdentifier = (id: Identifier) => CheckedKey;

/**
 * The same keys as the extension's `lookupKey`. Node's own HMAC, since millions of them, each a job for another thread,
 * would take longer than all the rest of a book.
 * @param lookupSecret base64, 32 bytes
 */
export function hashUnder(lookupSecret: string): HashIdentifier {
  const secret = createSecretKey(lookupSecret, 'base64');
  return (id) => {
    const mac = createHmac('sha256', secret).update(identifierText(id)).digest();
    return cutKey(new DataView(mac.buffer, mac.byteOffset, mac.length));
  };
}
