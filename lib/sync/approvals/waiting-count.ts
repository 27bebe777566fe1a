import { z } from 'zod';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue, type StoredValue } from '@/lib/platform/stored-value';

/** How many questions wait for who is signed in here, as the store said last. */
export function createWaitingCount(where: { area: StorageArea; exclusive: Exclusive }): StoredValue<number> {
  return createStoredValue({ ...where, key: 'approvalsWaiting', schema: z.int().nonnegative(), fallback: 0 });
}
