import type { Drafts } from '@/lib/cache/drafts';
import { type BadgeLevel, badgeLevel } from '@/lib/domain/badge-level';
import type { RawIdentifier } from '@/lib/domain/identifier';
import type { PageSlot } from '@/lib/messaging/sidebar-view';
import type { Account } from '@/lib/sync/account/account';
import type { LookupPace } from './lookup-pace';
import type { PageSlots } from './page-slots';
import { createReportPace } from './report-pace';
import type { Reported, TabState, TabStates } from './tab-state';

type ReportDeps = {
  account: Pick<Account, 'state' | 'bookKeys'>;
  drafts: Pick<Drafts, 'active'>;
  tabs: Pick<TabStates, 'report' | 'read'>;
  slots: Pick<PageSlots, 'of'>;
  pace: Pick<LookupPace, 'admit'>;
  /** milliseconds, only ever forwards */
  now: () => number;
  wait: (ms: number) => Promise<void>;
  /** what a tab shows is taken down, and not looked up yet: a rep waits */
  taken: (tabId: number) => void;
  /** a tab that named too many people is looked up again */
  resumed: (tabId: number) => void;
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

/** Whether a tab has nothing newer to say. */
const stillSays = (tab: TabState, { documentId, report }: Pick<Reported, 'documentId' | 'report'>) =>
  tab.documentId === documentId && tab.report.seq === report.seq;

const quiet = { badge: null, answer: { level: null, open: false } };

/** Takes down what a page says of itself, and answers the little that the page's script may know. */
export function createPageReports(deps: ReportDeps) {
  const { account, drafts, tabs, slots, pace, now, wait } = deps;
  const pausing = new Set<number>();

  /** Before anything is looked up for the page: one that names person after person would learn who is a customer. */
  async function admit(tabId: number, people: RawIdentifier[][]): Promise<void> {
    const { wait: pause } = await pace.admit(tabId, people);
    if (pause === null || pausing.has(tabId)) return;
    pausing.add(tabId);
    void wait(pause).then(() => {
      pausing.delete(tabId);
      deps.resumed(tabId);
    });
  }

  async function hasCall(): Promise<boolean> {
    const who = await account.state();
    return who.state !== 'signed-out' && (await drafts.active(who.user.id)) !== null;
  }

  const badge = async (slot: PageSlot) => badgeOf(slot, (await account.bookKeys()) !== null);

  async function take(reported: Reported): Promise<Taken> {
    const { tabId, report } = reported;
    const admitted = report.state === 'customer' ? admit(tabId, report.identity.people) : null;
    const [taken] = await Promise.all([tabs.report(reported), admitted]);
    if (taken) deps.taken(tabId);
    // Nothing to look up, and nothing may come between a rep who leaves a customer and a sidebar without them.
    if (taken && report.state === 'blank') return { taken, ...quiet };
    const slot = await slots.of(tabId);
    const shown = await badge(slot);
    const tab = await tabs.read(tabId);
    // Looking up took a while: whoever is told of here may have gone, and the toolbar been told so.
    if (!stillSays(tab, reported)) return { taken: false, ...quiet };
    const level: BadgeLevel | null = shown === 'ask' ? 'unknown' : shown;
    // Quiet by default, as the sidebar itself decides once it is there: no opening to fold again.
    // A page that is paused learns nothing, not even that there is a call.
    if (slot.state === 'paused') return { taken, ...quiet };
    const asksSite = slot.state === 'customer' && slot.askSite;
    const open = shown === 'at-risk' || shown === 'watch' || shown === 'ask' || asksSite || (await hasCall());
    return { taken, badge: tab.inDoubt ? null : shown, answer: { level, open } };
  }

  /** Of who is there when it is known, not of who was when it was asked for. */
  async function badgeNow(tabId: number): Promise<Badge> {
    const before = await tabs.read(tabId);
    const shown = await badge(await slots.of(tabId));
    const tab = await tabs.read(tabId);
    if (!stillSays(tab, before)) return badgeNow(tabId);
    return tab.inDoubt ? null : shown;
  }

  return {
    badge: badgeNow,

    /** @returns `taken` is false for a report older than the one there is, or overtaken by a newer one */
    take: createReportPace<Taken>({ take, now, wait }),
  };
}
