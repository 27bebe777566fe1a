import type { CardsStore } from '@/lib/cache/cards-store';
import type { Drafts } from '@/lib/cache/drafts';
import type { Outbox } from '@/lib/cache/outbox';
import type { SyncState } from '@/lib/messaging/sidebar-view';
import type { Account } from './account';
import type { SyncLoop } from './sync-loop';

type StatusDeps = {
  account: Pick<Account, 'state' | 'cardKeys'>;
  cards: Pick<CardsStore, 'info'>;
  drafts: Pick<Drafts, 'countOfOthers'>;
  outbox: Pick<Outbox, 'counts' | 'countOfOthers'>;
  loop: Pick<SyncLoop, 'isOnline'>;
};

const nothingUnsent = { waiting: 0, needsAttention: 0, oldestAt: null };

/** What is unsent, how many cards are here, and whether the store was reached: counts only. */
export function createSyncStatus({ account, cards, drafts, outbox, loop }: StatusDeps) {
  return async (): Promise<SyncState> => {
    const who = await account.state();
    const userId = who.state === 'signed-out' ? null : who.user.id;
    const [own, info, online, notesOfOthers, draftsOfOthers, keys] = await Promise.all([
      userId === null ? nothingUnsent : outbox.counts(userId),
      cards.info(),
      loop.isOnline(),
      outbox.countOfOthers(userId),
      drafts.countOfOthers(userId),
      account.cardKeys(),
    ]);
    return {
      online,
      unsent: own.waiting + own.needsAttention,
      oldestUnsentAt: own.oldestAt,
      needsAttention: own.needsAttention,
      unsentOfOthers: notesOfOthers + draftsOfOthers,
      cards: info.count,
      cardsTotal: info.total,
      lastPullAt: info.lastPullAt,
      unlocked: keys !== null,
    };
  };
}
