import { browser } from 'wxt/browser';
import type { AdaptersChanged } from '@/lib/messaging/envelope';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { AppError } from '@/lib/platform/app-error';
import { identityOf } from '@/lib/sync/tab-state';
import type { Services } from './services';

/** How a page may be read, by the host that the browser says it is from. */
export async function adaptersFor(
  { adapters }: Services,
  topOrigin: string,
): Promise<RpcOutput<'page.adapters'>> {
  return { adapters: await adapters.forHost(new URL(topOrigin).hostname) };
}

/**
 * Every page that is open asks anew how it may be read; one whose grant was withdrawn hears that it may not, and ends.
 * All tabs are told: of those without a grant the browser doesn't say what they show.
 */
export async function adaptersChanged(): Promise<void> {
  const told: AdaptersChanged = { heed: 1, tell: 'adapters' };
  // Most have no content script of ours that could hear it.
  const tell = (id: number) => browser.tabs.sendMessage(id, told).catch(() => undefined);
  await Promise.all((await browser.tabs.query({})).map(({ id }) => id !== undefined && tell(id)));
}

/** A rep says whether who the page was read to show is right. */
export async function answerForSite(
  s: Services,
  tabId: number,
  { key, right }: { key: string; right: boolean },
): Promise<void> {
  const tab = await s.tabs.read(tabId);
  const identity = identityOf(tab, key);
  if (!identity || tab.origin === null) throw new AppError('bad-input', 'not on this tab');
  await s.siteAnswers.answer(tab.origin, identity.adapter, right);
  await s.toolbar.show(tabId, await s.reports.badge(tabId));
  s.views.changed();
}

export function adapterHandlers(s: Services) {
  const changed = async () => {
    await adaptersChanged();
    return {};
  };
  const own = async (id: string) => {
    const found = (await s.adapters.list()).find(({ adapter }) => adapter.id === id);
    if (!found) throw new AppError('bad-input', 'no such adapter');
    return found.adapter;
  };
  return {
    'adapters.list': async () => {
      const answers = await s.siteAnswers.list();
      return (await s.adapters.list()).map(({ adapter: { id, label, evidence }, from, off }) => ({
        ...{ id, label, from, off, evidence: evidence.kind },
        answers: answers.filter(({ adapter }) => adapter === id),
      }));
    },
    'adapters.askAgain': async ({ id, origin }) => {
      await s.siteAnswers.answer(origin, id, null);
      s.views.changed();
      return {};
    },
    'adapters.removeOwn': ({ id }) => s.adapters.removeOwn(id).then(changed),
    'adapters.export': async ({ id }) => ({ json: JSON.stringify(await own(id), null, 2) }),
    'adapters.import': ({ adapter }) => s.adapters.saveOwn(adapter).then(changed),
  } satisfies Partial<RpcHandlers>;
}
