import { createAnswers } from '@/lib/sync/approvals/answer-approvals';
import { createApprovals } from '@/lib/sync/approvals/ask-approval';
import { createGivenToday } from '@/lib/sync/approvals/given-today';
import { createTakeBacks } from '@/lib/sync/approvals/take-backs';
import { exclusive, localArea } from '../browser-storage';
import type { Network } from './create-network';
import type { Pages } from './create-pages';
import type { Storage } from './create-storage';
import type { Sync } from './create-sync';
import { clock, logError, session } from './shared';

/** Asking a supervisor for more than one's limit, and answering. */
export function createApprovalServices(
  { drafts, outbox }: Storage,
  { account }: Network,
  { pages, sync }: { pages: Pages; sync: Sync },
) {
  const answers = createAnswers({
    account,
    count: pages.waitingCount,
    onCount: () => {
      pages.views.changed();
      sync.repaintBadges().catch((error) => logError('badges', error));
    },
  });
  const takeBacks = createTakeBacks({ area: localArea, exclusive, clock, account });
  return {
    answers,
    approvals: createApprovals({ ...session, clock, account, drafts, takeBacks }),
    takeBacks,
    offersToday: createGivenToday({ account, drafts, outbox }),
  };
}
