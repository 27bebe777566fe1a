import { browser } from 'wxt/browser';
import type { ErrorLog } from '@/lib/platform/error-log';
import type { createPageReports } from '@/lib/sync/pages/page-reports';
import type { TabStates } from '@/lib/sync/pages/tab-state';
import { tellLevelsChanged } from './tell-pages';
import type { createToolbar } from './toolbar';

type Painted = {
  tabs: Pick<TabStates, 'read'>;
  reports: Pick<ReturnType<typeof createPageReports>, 'badge'>;
  toolbar: ReturnType<typeof createToolbar>;
  logError: ErrorLog;
};

/** Does it to each tab, one after the other, also where one fails. @throws the first failure */
async function toEachTab(work: (tabId: number) => Promise<void>): Promise<void> {
  const done: PromiseSettledResult<void>[] = [];
  for (const { id } of await browser.tabs.query({}))
    if (id !== undefined) done.push(...(await Promise.allSettled([work(id)])));
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/** What the toolbar and the pages show may be another by now. A tab that can't be told for keeps no other from it. */
export async function repaintTabs({ tabs, reports, toolbar, logError }: Painted): Promise<void> {
  await toolbar.showElsewhere();
  const paint = async (id: number) => {
    if ((await tabs.read(id)).report.seq < 0) return;
    tellLevelsChanged(id);
    await toolbar.show(id, await reports.badge(id));
  };
  await toEachTab((id) => paint(id).catch((error) => logError('badges', error)));
}

/** Whom the rep chose, in every tab. */
export function forgetAllChoices(tabs: Pick<TabStates, 'forgetChoices'>): Promise<void> {
  return toEachTab(tabs.forgetChoices);
}
