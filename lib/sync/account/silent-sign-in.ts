import { z } from 'zod';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, MINUTE } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { Account } from './account';

type SilentDeps = {
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  account: Pick<Account, 'state' | 'signIn'>;
};

const PATIENCE = 5 * MINUTE;

/**
 * Tokens went with the browser, or with an answer that never came. If the store's cookie still knows the person, they
 * needn't do anything; if not, the sidebar says that the sign-in has run out.
 */
export function createSilentSignIn({ area, exclusive, clock, account }: SilentDeps) {
  const triedAt = createStoredValue({ area, exclusive, key: 'silent', schema: z.number(), fallback: 0 });

  async function attempt(): Promise<boolean> {
    try {
      await account.signIn(false);
      return true;
    } catch (error) {
      if (error instanceof AppError) return false;
      throw error;
    }
  }

  /**
   * @param how.hurry also if it was tried a moment ago
   * @returns whether someone is signed in now who wasn't before
   */
  return (how: { hurry: boolean }): Promise<boolean> =>
    exclusive('heed-silent-sign-in', async () => {
      if ((await account.state()).state !== 'expired') return false;
      const now = clock.now().getTime();
      const since = now - (await triedAt.read());
      // Before the last try: the clock was set back.
      if (!how.hurry && since >= 0 && since < PATIENCE) return false;
      await triedAt.write(now);
      return attempt();
    });
}
