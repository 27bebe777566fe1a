import { createGetBook } from '@/lib/sync/book/get-book';
import { createMendBlocks } from '@/lib/sync/book/mend-blocks';
import { createPull } from '@/lib/sync/book/pull';
import { createPush } from '@/lib/sync/notes/push';
import { createSyncLoop } from '@/lib/sync/sync-loop';
import { createSyncStatus } from '@/lib/sync/sync-status';
import { repaintTabs } from '../all-tabs';
import { exclusive } from '../browser-storage';
import type { Network } from './create-network';
import type { Pages } from './create-pages';
import type { Storage } from './create-storage';
import { clock, logError, session } from './shared';

/** What goes to the store and comes from it. */
export function createSync(
  { book, drafts, outbox, witness }: Storage,
  { account, transport }: Network,
  pages: Pages,
) {
  const repaintBadges = () => repaintTabs({ ...pages, logError });
  const { progress } = pages;
  const loop = createSyncLoop({
    ...session,
    clock,
    random: Math.random,
    account,
    push: createPush({ account, outbox, exclusive, clock, onFewer: () => pages.views.counted() }),
    pull: createPull({
      ...{ account, book, exclusive, clock },
      getBook: createGetBook({ account, transport, book, progress, clock }),
      mendBlocks: createMendBlocks({ account, book }),
    }),
    onOrganisation: pages.adapterNews,
    onChange: ({ cards: changed }) => {
      pages.views.changed();
      if (changed) repaintBadges().catch((error) => logError('badges', error));
    },
  });
  book.whenDamaged(() => {
    // In its turn: were it urgent, a block that the store can't mend would be asked for without a pause.
    loop.run('port').catch((error) => logError('sync', error));
  });
  return {
    loop,
    repaintBadges,
    status: createSyncStatus({ account, book, progress, drafts, outbox, loop, witness, clock }),
  };
}

export type Sync = ReturnType<typeof createSync>;
