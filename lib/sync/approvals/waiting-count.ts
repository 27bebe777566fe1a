import { z } from 'zod';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue, type StoredValue } from '@/lib/platform/stored-value';
import type { Account } from '@/lib/sync/account/account';

const countSchema = z.object({ of: z.string(), waiting: z.int().nonnegative() });
/** `of` is `NoteUser.id`: one person's number is no other's, at the same desk least of all. */
export type WaitingCount = z.infer<typeof countSchema>;

/** How many questions wait for somebody, as the store said last. */
export function createWaitingCount(where: {
  area: StorageArea;
  exclusive: Exclusive;
}): StoredValue<WaitingCount> {
  const fallback = { of: '', waiting: 0 };
  return createStoredValue({ ...where, key: 'approvalsWaitingOf', schema: countSchema, fallback });
}

/** For whoever is signed in. */
export async function waitingNow(
  count: Pick<StoredValue<WaitingCount>, 'read'>,
  account: Pick<Account, 'state'>,
): Promise<number> {
  const who = await account.state();
  const { of, waiting } = await count.read();
  return who.state !== 'signed-out' && who.user.id === of ? waiting : 0;
}
