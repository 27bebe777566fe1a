import type { PageReport } from '@/lib/crm/page-report';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { Caller } from '@/lib/messaging/sender';
import type { Services } from './services';
import { showBadge } from './toolbar';

type Content = Extract<Caller, { class: 'content' }>;

/** A content script says what its page shows. */
export async function takeReport(
  { reports, views }: Services,
  { tabId, documentId, topOrigin }: Content,
  report: PageReport,
): Promise<RpcOutput<'page.report'>> {
  const { taken, badge, answer } = await reports.take({ tabId, documentId, origin: topOrigin, report });
  if (taken) {
    views.changed(tabId);
    // Several calls to the browser: neither the sidebar nor the page waits for the toolbar.
    void showBadge(tabId, badge);
  }
  return answer;
}

/** A page that was in the middle of something when asked says the same again a moment later. */
const ASK_AGAIN_AFTER = [300, 1500];

async function recheck(s: Services, tabId: number, attempt = 0): Promise<void> {
  const found = await s.tabs.recheck(tabId);
  if (found === 'gone') await s.pairing.documentGone(tabId);
  await showBadge(tabId, await s.reports.badge(tabId));
  s.views.changed(tabId);
  const wait = ASK_AGAIN_AFTER[attempt];
  if (found === 'different' && wait !== undefined)
    setTimeout(() => {
      recheck(s, tabId, attempt + 1).catch((error) => s.logError('recheck', error));
    }, wait);
}

/** Something loads in a tab: another page, or a click inside the same one. Tabs that never reported don't matter. */
export async function tabLoads(s: Services, tabId: number): Promise<void> {
  const tab = await s.tabs.read(tabId);
  if (tab.report.seq >= 0) await recheck(s, tabId);
}

export async function tabCloses({ tabs, pairing, pace }: Services, tabId: number): Promise<void> {
  await tabs.forget(tabId);
  await pace.forget(tabId);
  await pairing.tabGone(tabId);
}
