import { z } from 'zod';
import type { SyncState } from '@/lib/messaging/sidebar-view';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

type WitnessDeps = {
  /** outlives the database of notes, and holds nothing of anybody's */
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  /** lies in the database of notes, and is made anew with it */
  clientId(): Promise<string>;
};

const seenSchema = z
  .object({
    clientId: z.string(),
    unsent: z.int(),
    lost: z.object({ at: z.string(), unsent: z.int() }).nullable(),
  })
  .nullable();

/**
 * Knows outside of the database of notes that there is one, and how much in it waited to be sent: a browser, a cleaner
 * or a person can delete it, and an empty one in its place looks as if all had gone out.
 */
export function createStorageWitness({ area, exclusive, clock, clientId }: WitnessDeps) {
  const seen = createStoredValue({ area, exclusive, key: 'notes-seen', schema: seenSchema, fallback: null });

  return {
    /** @returns what was lost and not read yet; what was lost before that is in the sum */
    async look(unsent: number): Promise<SyncState['lost']> {
      const id = await clientId();
      const before = await seen.read();
      if (before?.clientId === id && before.unsent === unsent) return before.lost;
      const after = await seen.update((known) => {
        if (known === null || known.clientId === id)
          return { clientId: id, unsent, lost: known?.lost ?? null };
        const sum = known.unsent + (known.lost?.unsent ?? 0);
        return { clientId: id, unsent, lost: { at: clock.now().toISOString(), unsent: sum } };
      });
      return after?.lost ?? null;
    },

    /** A person has read it. */
    wasRead: (): Promise<unknown> => seen.update((known) => known && { ...known, lost: null }),
  };
}

export type StorageWitness = ReturnType<typeof createStorageWitness>;
