import { z } from 'zod';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import { type Colleagues, colleaguesSchema } from '@/lib/protocol/handover';
import type { Account } from '@/lib/sync/account/account';

type ColleagueDeps = {
  account: Pick<Account, 'author' | 'request'>;
  /** memory alone */
  area: StorageArea;
  exclusive: Exclusive;
};

const keptSchema = z.object({ userId: z.string(), colleagues: colleaguesSchema }).nullable();

/** Whom a call can be handed to. */
export function createColleagues({ account, area, exclusive }: ColleagueDeps) {
  const stored = createStoredValue({
    area,
    exclusive,
    key: 'colleagues',
    schema: keptSchema,
    fallback: null,
  });
  return {
    /** To be called at sign-out. */
    clear: stored.clear,

    /** As it was known last, while the store can't be reached; null where it never was. */
    async list(): Promise<Colleagues | null> {
      const { id: userId } = await account.author();
      const answer = await account.request({ path: '/v1/colleagues', schema: colleaguesSchema }, userId);
      if (answer.kind === 'ok') {
        await stored.write({ userId, colleagues: answer.value });
        return answer.value;
      }
      const kept = await stored.read();
      return kept?.userId === userId ? kept.colleagues : null;
    },
  };
}
