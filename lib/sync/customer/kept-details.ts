import type { Details, DetailsAccess, KeptDetail } from '@/lib/cache/details';
import type { Clock } from '@/lib/platform/clock';
import type { ErrorLog } from '@/lib/platform/error-log';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { CustomerDetail } from '@/lib/protocol/customer-detail';
import type { Account } from '@/lib/sync/account/account';

type KeptDeps = {
  account: Pick<Account, 'state' | 'bookKeys'>;
  details: Details;
  exclusive: Exclusive;
  clock: Clock;
  logError: ErrorLog;
};

/**
 * Details kept for when the store can't be reached, each under the sign-in it was asked with. Signing out forgets the
 * keys and then clears; an answer that comes after that finds no keys and is not kept. A disk that fails costs the rep
 * nothing but what was kept.
 */
export function createKeptDetails({ account, details, exclusive, clock, logError }: KeptDeps) {
  const alone = <T>(work: () => Promise<T>) => exclusive('heed-details', work);

  /** Null when this user isn't the one who is signed in now. */
  async function accessOf(userId: string): Promise<DetailsAccess | null> {
    const keys = await account.bookKeys();
    const who = await account.state();
    return keys && who.state === 'signed-in' && who.user.id === userId ? { keys, userId } : null;
  }

  async function orNothing<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await alone(work);
    } catch (error) {
      logError('details', error);
      return null;
    }
  }

  return {
    /** @param userId `NoteUser.id` of whoever the store answered */
    async keep(userId: string, detail: CustomerDetail): Promise<void> {
      const asOf = clock.now().toISOString();
      await orNothing(async () => {
        const access = await accessOf(userId);
        if (access) await details.put(access, { detail, asOf });
      });
    },

    /** What the store last told this user of this customer, if it is here. */
    recall: (userId: string, cardNumber: number): Promise<KeptDetail | null> =>
      orNothing(async () => {
        const access = await accessOf(userId);
        return access && details.open(access, cardNumber);
      }),

    /** The store won't tell it any more. */
    async forget(cardNumber: number): Promise<void> {
      await orNothing(() => details.remove(cardNumber));
    },

    /** To be called when the keys are forgotten. @throws {AppError} `storage-failed` */
    clear: (): Promise<void> => alone(() => details.clear()),
  };
}

export type KeptDetails = ReturnType<typeof createKeptDetails>;
