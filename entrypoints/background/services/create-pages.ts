import { createTeachSessions } from '@/lib/sync/adapters/teach-sessions';
import { createWaitingCount, waitingNow } from '@/lib/sync/approvals/waiting-count';
import { createPageLevels } from '@/lib/sync/pages/page-levels';
import { createPageReports } from '@/lib/sync/pages/page-reports';
import { createRings } from '@/lib/sync/phone/rings';
import { createToolbar } from '../toolbar';
import { createKnownSites } from './create-known-sites';
import type { Network } from './create-network';
import { createShown } from './create-shown';
import type { Storage } from './create-storage';
import { clock, logError, session } from './shared';

/** Pages: what they report, and the badges they get. */
export function createPages(storage: Storage, network: Network) {
  const known = createKnownSites(storage, network);
  const shown = createShown(storage, network, known);
  const { book, drafts, lists, policy } = storage;
  const { account } = network;
  const { views } = known;
  const { tabs, slots, listPace, recordPace } = shown;
  const reports = createPageReports({
    account,
    drafts,
    tabs,
    slots,
    pace: recordPace,
    now: () => performance.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    taken: (tabId) => views.changed(tabId),
    resumed: (tabId) => {
      views.changed(tabId);
      reports
        .badge(tabId)
        .then((badge) => toolbar.show(tabId, badge))
        .catch((error) => logError('badges', error));
    },
  });
  const now = () => clock.now().toISOString();
  const levels = createPageLevels({ account, book, pace: listPace, settings: lists, policy, now });
  const rings = createRings({ ...session, clock });
  const waitingCount = createWaitingCount(session);
  const isRinging = async () => (await rings.waiting()).length > 0;
  const waiting = () => waitingNow(waitingCount, account);
  const toolbar = createToolbar({ isRinging, waiting, language: storage.look.language });
  const said = { reports, levels, rings, toolbar, waitingCount };
  return { ...known, ...shown, ...said, teaching: createTeachSessions(session) };
}

export type Pages = ReturnType<typeof createPages>;
