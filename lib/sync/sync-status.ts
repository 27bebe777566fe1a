import type { BookStore } from '@/lib/cache/book-store';
import type { Drafts } from '@/lib/cache/drafts';
import type { Outbox } from '@/lib/cache/outbox';
import type { SyncState } from '@/lib/messaging/sidebar-view';
import type { Clock } from '@/lib/platform/clock';
import type { Account } from './account/account';
import type { BookProgress } from './book/book-progress';
import type { StorageWitness } from './notes/storage-witness';
import type { SyncLoop } from './sync-loop';

type StatusDeps = {
  account: Pick<Account, 'state' | 'bookKeys'>;
  book: Pick<BookStore, 'info' | 'damaged'>;
  progress: Pick<BookProgress, 'shown'>;
  drafts: Pick<Drafts, 'count' | 'countOfOthers'>;
  outbox: Pick<Outbox, 'counts' | 'countOfOthers' | 'isHeldBack'>;
  loop: Pick<SyncLoop, 'isOnline'>;
  witness: Pick<StorageWitness, 'look'>;
  clock: Clock;
};

const nothingUnsent = { waiting: 0, needsAttention: 0, oldestAt: null };

/** What is unsent, how many cards are here, and whether the store was reached: counts only. */
export function createSyncStatus({ account, book, progress, drafts, outbox, ...deps }: StatusDeps) {
  return async (): Promise<SyncState> => {
    const who = await account.state();
    const userId = who.state === 'signed-out' ? null : who.user.id;
    const [own, undoable, begun, info, online, notesOfOthers, draftsOfOthers, keys, coming, damaged] =
      await Promise.all([
        userId === null ? nothingUnsent : outbox.counts(userId),
        userId !== null && outbox.isHeldBack(userId, deps.clock.now()),
        userId === null ? 0 : drafts.count(userId),
        book.info(),
        deps.loop.isOnline(),
        outbox.countOfOthers(userId),
        drafts.countOfOthers(userId),
        account.bookKeys(),
        progress.shown(),
        book.damaged(),
      ]);
    const unsent = own.waiting + own.needsAttention;
    return {
      online,
      unsent,
      undoable,
      drafts: begun,
      oldestUnsentAt: own.oldestAt,
      needsAttention: own.needsAttention,
      unsentOfOthers: notesOfOthers + draftsOfOthers,
      customers: info.customers,
      coming,
      lastPullAt: info.lastPullAt,
      unlocked: keys !== null,
      damaged: damaged.some(({ kind }) => kind === 'cards'),
      lost: await deps.witness.look(unsent + notesOfOthers),
    };
  };
}
