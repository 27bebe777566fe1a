import { z } from 'zod';
import type { NotesMeta, NoteUser } from '@/lib/cache/notes-meta';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

type WhoDeps = {
  meta: Pick<NotesMeta, 'user' | 'setUser' | 'forgetUser' | 'someoneSignedOut'>;
  /** lasts, and lies elsewhere than the notes */
  local: StorageArea;
  exclusive: Exclusive;
};

/**
 * Whose notes are written here. Where the notes' database fails, or the worker is killed, while they sign out, a mark
 * in another storage says that they did: who still stands in the database is nobody until somebody signs in.
 */
export function createWhoIsHere({ meta, local, exclusive }: WhoDeps) {
  const byHand = createStoredValue({
    ...{ area: local, exclusive, key: 'signed-out-by-hand', schema: z.boolean(), fallback: false },
  });
  /** Every lookup asks; this worker is the only one who writes it. */
  let known: Promise<boolean> | null = null;
  const isMarked = (): Promise<boolean> => {
    known ??= byHand.read().catch((error) => {
      known = null;
      throw error;
    });
    return known;
  };
  const mark = async (by: boolean): Promise<void> => {
    known = Promise.resolve(by);
    await (by ? byHand.write(true) : byHand.clear());
  };

  return {
    user: async (): Promise<NoteUser | null> => ((await isMarked()) ? null : meta.user()),

    /** See `NotesMeta.someoneSignedOut`. */
    someoneSignedOut: async (): Promise<boolean> => (await isMarked()) || meta.someoneSignedOut(),

    /** Somebody has signed in. */
    async set(user: NoteUser): Promise<void> {
      await meta.setUser(user);
      await mark(false);
    },

    /** From here on nobody is here, also where `forget` fails. */
    signsOut: (): Promise<void> => mark(true),

    /** @throws {AppError} `storage-failed`: the mark stays */
    async forget(): Promise<void> {
      if (await meta.user()) await meta.forgetUser();
      await mark(false);
    },
  };
}

export type WhoIsHere = ReturnType<typeof createWhoIsHere>;
