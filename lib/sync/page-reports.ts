import type { Drafts } from '@/lib/cache/drafts';
import { type BadgeLevel, badgeLevel } from '@/lib/domain/badge-level';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import type { Account } from './account';
import type { PageSlots } from './page-slots';
import { createReportPace } from './report-pace';
import type { Reported, TabStates } from './tab-state';

type ReportDeps = {
  account: Pick<Account, 'state' | 'bookKeys'>;
  drafts: Pick<Drafts, 'active'>;
  tabs: Pick<TabStates, 'report'>;
  slots: Pick<PageSlots, 'of'>;
  /** milliseconds, only ever forwards */
  now: () => number;
  wait: (ms: number) => Promise<void>;
};

type Taken = { taken: boolean; badge: Badge; answer: { level: BadgeLevel | null; open: boolean } };

/** What a tab's badge says: null for nothing to say, `ask` where the rep has to choose. */
export type Badge = BadgeLevel | 'ask' | null;

/** Nobody, or no keys to look them up with: no badge. Not in the store, or not known which: unknown. */
export function badgeOf(slot: PageSlot, unlocked: boolean): Badge {
  if (!unlocked) return null;
  if (slot.state === 'choose') return 'ask';
  if (slot.state !== 'customer') return null;
  return slot.card ? badgeLevel(slot.card.risk.level) : 'unknown';
}

/** Takes down what a page says of itself, and answers the little that the page's script may know. */
export function createPageReports({ account, drafts, tabs, slots, now, wait }: ReportDeps) {
  async function hasCall(): Promise<boolean> {
    const who = await account.state();
    return who.state !== 'signed-out' && (await drafts.active(who.user.id)) !== null;
  }

  const badge = async (slot: PageSlot) => badgeOf(slot, (await account.bookKeys()) !== null);

  async function take(reported: Reported): Promise<Taken> {
    const taken = await tabs.report(reported);
    // Nothing to look up, and nothing may come between a rep who leaves a customer and a sidebar without them.
    if (taken && reported.report.state === 'blank')
      return { taken, badge: null, answer: { level: null, open: false } };
    const slot = await slots.of(reported.tabId);
    const shown = await badge(slot);
    const level: BadgeLevel | null = shown === 'ask' ? 'unknown' : shown;
    // Quiet by default, as the sidebar itself decides once it is there: no opening to fold again.
    const open = shown === 'at-risk' || shown === 'watch' || shown === 'ask' || (await hasCall());
    return { taken, badge: shown, answer: { level, open } };
  }

  return {
    badge: async (tabId: number): Promise<Badge> => badge(await slots.of(tabId)),

    /** @returns `taken` is false for a report older than the one there is, or overtaken by a newer one */
    take: createReportPace<Taken>({ take, now, wait }),
  };
}
