import { z } from 'zod';
import { sha256 } from '@/lib/platform/hex';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { Account } from '@/lib/sync/account/account';

type NewsDeps = {
  /** gone with the browser, as are the pages that were told */
  area: StorageArea;
  exclusive: Exclusive;
  account: Pick<Account, 'organisation'>;
  /** has every open page ask anew how it may be read */
  tell(): Promise<void>;
};

/**
 * Whether the organisation reads CRMs otherwise than the open pages were told: an adapter came, was mended or switched
 * off, or somebody signed in or out. Called after whatever may have changed it.
 */
export function createAdapterNews({ area, exclusive, account, tell }: NewsDeps) {
  const schema = z.string().nullable();
  const told = createStoredValue<string | null>({
    ...{ area, exclusive, key: 'adapters-told', schema, fallback: null },
  });

  /** All that the adapters say, not what they call it: one may come in the place of another of its version. */
  async function current(): Promise<string> {
    const { adapters = [], adaptersOff = [] } = (await account.organisation())?.session ?? {};
    return sha256(new TextEncoder().encode(JSON.stringify([adapters, adaptersOff])));
  }

  return async function tellIfChanged(): Promise<void> {
    const now = await current();
    if (now === (await told.read())) return;
    // In this order: a worker that is killed in between tells again, rather than never.
    await tell();
    await told.write(now);
  };
}
