import { z } from 'zod';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';

const schema = z.array(z.object({ handoverId: z.string(), name: z.string(), to: z.string() }));
type GivenName = z.infer<typeof schema>[number];
const MOST = 50;

/** What customer and recipient of a handover are called, in memory alone: a list without names is poor, and none is kept on disk. */
export function createGivenNames(deps: { area: StorageArea; exclusive: Exclusive }) {
  const stored = createStoredValue({ ...deps, key: 'given-names', schema, fallback: [] });
  return {
    async remember(one: GivenName): Promise<void> {
      await stored.update((all) => [...all, one].slice(-MOST));
    },
    of: async (handoverId: string): Promise<GivenName | undefined> =>
      (await stored.read()).find((one) => one.handoverId === handoverId),
    clear: stored.clear,
  };
}

export type GivenNames = ReturnType<typeof createGivenNames>;
