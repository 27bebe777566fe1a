import type { NotesDb } from './notes-db';
import { onDisk } from './storage-error';

/**
 * Keys that seal each user's notes on this computer. They never leave the browser profile, and no sign-out drops them.
 * They lie in its files as they are (see `UserKeyRow`): whoever holds the disk has them.
 */
export function createUserKeys(db: NotesDb) {
  return {
    /** The user's key, made at first need. */
    of: (userId: string): Promise<CryptoKey> =>
      onDisk(async () => {
        const row = await db.userKeys.get(userId);
        if (row) return row.key;
        const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
          'encrypt',
          'decrypt',
        ]);
        // Two at once: the first one written is the key, or what the other sealed could never be read.
        return db.transaction('rw', db.userKeys, async () => {
          const first = await db.userKeys.get(userId);
          if (first) return first.key;
          await db.userKeys.add({ userId, key: fresh });
          return fresh;
        });
      }),
  };
}

export type UserKeys = ReturnType<typeof createUserKeys>;
