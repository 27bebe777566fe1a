import { z } from 'zod';
import { type Clock, MINUTE } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { OAuth } from './oauth';

type OwedDeps = {
  /** on disk: owed until the store answers, over restarts of the browser */
  local: StorageArea;
  /** session storage */
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  oauth: Pick<OAuth, 'endBrowserSession'>;
};

const PATIENCE = 5 * MINUTE;

/**
 * Stores that haven't heard of a sign-out yet, by their origins: no token, nothing of anybody's. The store's cookie
 * lies in the browser for a week, and whoever comes next to this desk would be signed in as the last one by it.
 */
export function createOwedSignOuts({ local, area, exclusive, clock, oauth }: OwedDeps) {
  const where = { area: local, exclusive, key: 'sign-outs-owed' };
  const stored = createStoredValue<string[]>({ ...where, schema: z.array(z.string()), fallback: [] });
  const triedAt = createStoredValue({ area, exclusive, key: 'owed-tried', schema: z.number(), fallback: 0 });
  /** Where a disk failed, this worker knows all the same. */
  const unwritten = new Set<string>();
  let signingIn = 0;

  const list = async () => [...new Set([...unwritten, ...(await stored.read())])];
  const alone = <T>(work: () => Promise<T>) => exclusive('heed-sign-outs-owed', work);

  const add = (origin: string): Promise<void> =>
    alone(async () => {
      unwritten.add(origin);
      const known = await stored.read();
      if (!known.includes(origin)) await stored.write([...known, origin]);
      unwritten.delete(origin);
    });

  const settled = (origin: string): Promise<void> =>
    alone(async () => {
      unwritten.delete(origin);
      const known = await stored.read();
      const left = known.filter((one) => one !== origin);
      if (left.length === 0 && known.length > 0) await stored.clear();
      else if (left.length < known.length) await stored.write(left);
    });

  /** One at a time: what one took by the cookie, and ends, another would find half ended. */
  const settle = (origin: string, mayStill: () => boolean): Promise<void> =>
    exclusive('heed-end-session', async () => {
      if (!mayStill() || !(await list()).includes(origin)) return;
      if (await oauth.endBrowserSession(origin)) await settled(origin);
    });

  const unlessSigningIn = (origin: string) => settle(origin, () => signingIn === 0);

  return {
    add,
    settled,
    settle: unlessSigningIn,
    isOwed: async (origin: string): Promise<boolean> => (await list()).includes(origin),

    /**
     * A sign-in, before which the store is told at last. While it goes on nothing else is: the cookie is the new
     * person's as soon as they have typed their password.
     */
    async before<T>(origin: string, signIn: () => Promise<T>): Promise<T> {
      signingIn += 1;
      try {
        await settle(origin, () => true);
        return await signIn();
      } finally {
        signingIn -= 1;
      }
    },

    /** Tells every store that hasn't heard. @param how.hurry also if it was tried a moment ago */
    async settleAll(how: { hurry: boolean }): Promise<void> {
      const origins = await list();
      if (origins.length === 0) return;
      const now = clock.now().getTime();
      const since = now - (await triedAt.read());
      // Before the last try: the clock was set back.
      if (!how.hurry && since >= 0 && since < PATIENCE) return;
      await triedAt.write(now);
      for (const origin of origins) await unlessSigningIn(origin);
    },
  };
}
