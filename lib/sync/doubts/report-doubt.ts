import type { Drafts } from '@/lib/cache/drafts';
import type { Outbox } from '@/lib/cache/outbox';
import type { Doubt } from '@/lib/domain/doubt';
import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import { shownName } from '@/lib/domain/stand-in-name';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { ReportDoubt } from '@/lib/protocol/mutation';
import type { Account } from '@/lib/sync/account/account';
import type { StoreNames } from '@/lib/sync/customer/store-names';
import { createOnCard } from '@/lib/sync/pages/on-card';
import type { PageSlots } from '@/lib/sync/pages/page-slots';

type DoubtDeps = {
  account: Pick<Account, 'author'>;
  clientId(): Promise<string>;
  drafts: Pick<Drafts, 'active' | 'get'>;
  outbox: Pick<Outbox, 'addDoubt' | 'withdrawDoubt'>;
  slots: Pick<PageSlots, 'of'>;
  storeNames: Pick<StoreNames, 'callOf'>;
  clock: Clock;
};

/** `id` is the sidebar's: asked again with it, nothing more happens. */
export type DoubtAsked = { tabId: number | undefined; id: string; doubt: Doubt };

/** "This looks wrong because…", by the way that notes go: on disk first, then to the store, once. */
export function createDoubts({ account, clientId, drafts, outbox, slots, storeNames, clock }: DoubtDeps) {
  const onCard = createOnCard({ drafts, slots });

  return {
    /** @throws {AppError} `identity-changed` when neither page nor call is about that customer by now */
    async report({ tabId, id, doubt }: DoubtAsked): Promise<void> {
      const user = await account.author();
      const about = await onCard({ userId: user.id, tabId, cardNumber: doubt.cardNumber });
      if (!about) throw new AppError('identity-changed');
      const now = clock.now();
      const mutation: ReportDoubt = {
        ...{ id, clientId: await clientId(), userId: user.storeUserId, at: now.toISOString() },
        name: 'reportDoubt',
        args: { ...doubt, text: maskCardNumbers(doubt.text) },
      };
      const { content } = about;
      const name = content ? await storeNames.callOf({ ...about, content }) : shownName(about);
      await outbox.addDoubt({ userId: user.id, name, mutation, now });
    },

    /** @returns false where it has left, or may have */
    async withdraw(id: string): Promise<boolean> {
      return outbox.withdrawDoubt((await account.author()).id, id, clock.now());
    },
  };
}
