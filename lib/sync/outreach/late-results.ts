import type { Waiting, WaitingEntry } from '@/lib/cache/waiting';
import type { Account } from '@/lib/sync/account/account';

type LateDeps = { account: Pick<Account, 'author'>; waiting: Pick<Waiting, 'refused' | 'remove'> };

/** Results of calls that the store wouldn't take, of whoever is signed in: unsaid, nobody would know. */
export function createLateResults({ account, waiting }: LateDeps) {
  const all = async (): Promise<WaitingEntry[]> =>
    waiting.refused(['outreach-result'], [(await account.author()).id]);

  return {
    count: async (): Promise<number> => (await all()).length,

    /** The rep has read it. */
    async putAway(): Promise<void> {
      for (const { id } of await all()) await waiting.remove(id);
    },
  };
}

export type LateResults = ReturnType<typeof createLateResults>;
