import { z } from 'zod';
import type { SyncState } from '@/lib/messaging/sidebar-view';
import { type Clock, SECOND } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { Manifest, PackEntry } from '@/lib/protocol/manifest';

const progressSchema = z
  .object({
    customers: z.int(),
    bytes: z.int(),
    totalBytes: z.int(),
    /** when this stretch began, and with how much, from which the time left is told; null while nothing is fetched */
    startedAt: z.number().nullable(),
    bytesAtStart: z.int(),
  })
  .nullable();

type ProgressDeps = { area: StorageArea; exclusive: Exclusive; clock: Clock; onChange(): void };

/**
 * How far a first sync has come, for whoever shows it. Kept in the session's storage: each write is also what tells
 * the browser that the worker isn't idle.
 */
export function createBookProgress({ area, exclusive, clock, onChange }: ProgressDeps) {
  const stored = createStoredValue({
    area,
    exclusive,
    key: 'coming',
    schema: progressSchema,
    fallback: null,
  });
  const now = () => clock.now().getTime();
  /** Whoever shows it reads all anew each time: packs come ten a second. */
  let toldAt = 0;

  return {
    async begin({ packs, customers }: Manifest, bytesHere: number): Promise<void> {
      const totalBytes = packs.reduce((sum, pack) => sum + pack.bytes, 0);
      await stored.write({
        customers,
        bytes: bytesHere,
        totalBytes,
        startedAt: now(),
        bytesAtStart: bytesHere,
      });
      onChange();
    },

    async arrived({ bytes }: PackEntry): Promise<void> {
      await stored.update((state) => state && { ...state, bytes: state.bytes + bytes });
      if (now() - toldAt < SECOND) return;
      toldAt = now();
      onChange();
    },

    /** Nothing more comes for now: what is here is kept, and the next stretch goes on from it. */
    async rest(): Promise<void> {
      await stored.update((state) => state && { ...state, startedAt: null });
      onChange();
    },

    /** The book is whole, or nobody's any more. */
    async end(): Promise<void> {
      await stored.clear();
      onChange();
    },

    async shown(): Promise<SyncState['coming']> {
      const state = await stored.read();
      if (!state || state.totalBytes === 0) return null;
      const { customers: totalCustomers, bytes, totalBytes } = state;
      const customers = Math.floor((totalCustomers * bytes) / totalBytes);
      const took = state.startedAt === null ? Number.POSITIVE_INFINITY : now() - state.startedAt;
      const perSecond = ((bytes - state.bytesAtStart) / Math.max(1, took)) * SECOND;
      const secondsLeft = perSecond > 0 ? Math.ceil((totalBytes - bytes) / perSecond) : null;
      return { customers, totalCustomers, bytes, totalBytes, secondsLeft };
    },
  };
}

export type BookProgress = ReturnType<typeof createBookProgress>;
