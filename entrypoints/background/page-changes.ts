import type { PageReport } from '@/lib/crm/page-report';
import type { RingReport } from '@/lib/crm/rings/ring-report';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { Caller } from '@/lib/messaging/sender';
import type { Services } from './services';

type Content = Extract<Caller, { class: 'content' }>;

/** Whoever rang may be the customer whose record has been opened now. */
async function meetPage({ account, calls, views }: Services, tabId: number): Promise<void> {
  if ((await account.state()).state === 'signed-out') return;
  if (await calls.meetPage(tabId)) views.changed();
}

/** A page says that the phone rings. */
export async function takeRing(s: Services, from: Content, report: RingReport): Promise<void> {
  if (await s.phone.ring(report, from.topOrigin, from.documentId)) ringsChanged(s);
}

/** The sidebars hear of it first; several calls to the browser, and neither the rep nor the page waits for them. */
export function ringsChanged(s: Services): void {
  s.views.changed();
  repaintSoon(s);
}

/** Each tab in its turn, which may take long where there are many: nobody waits for it. */
export function repaintSoon({ repaintBadges, logError }: Services): void {
  repaintBadges().catch((error) => logError('badges', error));
}

/** A content script says what its page shows. */
export async function takeReport(
  s: Services,
  { tabId, documentId, topOrigin }: Content,
  report: PageReport,
): Promise<RpcOutput<'page.report'>> {
  const { reports, toolbar } = s;
  const { taken, badge, answer } = await reports.take({ tabId, documentId, origin: topOrigin, report });
  if (taken) {
    // Several calls to the browser: neither the sidebar nor the page waits for the toolbar.
    toolbar.show(tabId, badge).catch((error) => s.logError('toolbar', error));
    if (report.state === 'customer') meetPage(s, tabId).catch((error) => s.logError('ring', error));
  }
  return answer;
}

/** A page that was in the middle of something when asked says the same again a moment later, or answers only then. */
const ASK_AGAIN_AFTER = [300, 1500];

async function recheck(s: Services, tabId: number, attempt = 0): Promise<void> {
  const found = await s.tabs.recheck(tabId);
  // A sidebar that was told would throw away the answer that is on its way to it, and ask again.
  if (found === 'overtaken') return;
  if (found === 'gone') await s.pairing.documentGone(tabId);
  s.views.changed(tabId);
  await s.toolbar.show(tabId, await s.reports.badge(tabId));
  const wait = ASK_AGAIN_AFTER[attempt];
  const mayAnswer = found === 'different' || (found === 'gone' && attempt > 0);
  if (mayAnswer && wait !== undefined)
    setTimeout(() => {
      recheck(s, tabId, attempt + 1).catch((error) => s.logError('recheck', error));
    }, wait);
}

/** Something loads in a tab: another page, or a click inside the same one. Tabs that never reported don't matter. */
export async function tabLoads(s: Services, tabId: number): Promise<void> {
  const tab = await s.tabs.read(tabId);
  if (tab.report.seq >= 0) await recheck(s, tabId);
}

export async function tabCloses(
  { tabs, pairing, listPace, recordPace, teaching }: Services,
  tabId: number,
): Promise<void> {
  await tabs.forget(tabId);
  await Promise.all([listPace.forget(tabId), recordPace.forget(tabId)]);
  await teaching.end(tabId);
  await pairing.tabGone(tabId);
}
