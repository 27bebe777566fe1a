import { GENERIC } from '@/lib/crm/generic/generic-reader';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { AppError } from '@/lib/platform/app-error';
import type { KnownAdapter } from '@/lib/sync/adapters/crm-adapters';
import { readingAfter } from '@/lib/sync/adapters/site-answers';
import { identityOf } from '@/lib/sync/pages/tab-state';
import { repaintSoon } from '../page-changes';
import type { Services } from '../services';
import { adaptersChanged } from '../tell-pages';

/** How a page may be read, by the host that the browser says it is from, after what was said of its site. */
export async function adaptersFor(
  { adapters, siteAnswers }: Services,
  topOrigin: string,
): Promise<RpcOutput<'page.adapters'>> {
  const answers = await siteAnswers.list();
  const said = (id: string) =>
    answers.find(({ origin, adapter }) => origin === topOrigin && adapter === id)?.right ?? null;
  const known = await adapters.forHost(new URL(topOrigin).hostname);
  return { adapters: known.flatMap((one) => readingAfter(said(one.adapter.id), one) ?? []) };
}

/** A person's own, with what they taught or imported. */
async function ownAdapter({ adapters }: Services, id: string): Promise<KnownAdapter | null> {
  const isOwn = ({ adapter, from }: KnownAdapter) => adapter.id === id && (from === 'own' || from === 'file');
  return (await adapters.list()).find(isOwn) ?? null;
}

/** One's own is no more, nor what was said of it; of one that answers taught, these begin again. */
async function removeOwn(s: Services, { adapter, from }: KnownAdapter): Promise<void> {
  if (from === 'own' && adapter.evidence.kind === 'learned') await s.learnedSites.forget(adapter);
  else await s.adapters.removeOwn(adapter.id);
  await s.siteAnswers.forget(adapter.id);
}

/** A rep says whether who the page was read to show is right, or takes that back (null). */
export async function answerForSite(
  s: Services,
  tabId: number,
  { key, right }: { key: string; right: boolean | null },
): Promise<void> {
  const tab = await s.tabs.read(tabId);
  const shown = identityOf(tab, key);
  if (!shown) throw new AppError('bad-input', 'not on this tab');
  const { adapter } = shown.identity;
  await s.siteAnswers.answer(shown.origin, adapter, right);
  const own = right === false ? await ownAdapter(s, adapter) : null;
  if (own?.from === 'own' && own.adapter.evidence.kind === 'learned') {
    await removeOwn(s, own);
    // The reader from whose pages it was learned is to be asked about each time as well.
    await s.siteAnswers.answer(shown.origin, GENERIC.id, false);
  }
  if (right === false && adapter === GENERIC.id)
    await s.tabs.choose(tabId, { key, cardNumber: null, misread: true });
  if (right === null) await s.tabs.chooseAgain(tabId, key);
  s.views.changed();
  if (adapter !== GENERIC.id) await adaptersChanged();
  // Other tabs of the site stand under the same answer.
  repaintSoon(s);
}

/** What no adapter knows, as one more of them. */
const otherSites = { id: GENERIC.id, label: '', from: 'built-in', evidence: 'none' } as const;

export function adapterHandlers(s: Services) {
  const changed = async () => {
    await adaptersChanged();
    return {};
  };
  const own = async (id: string) => {
    const found = await ownAdapter(s, id);
    if (!found) throw new AppError('bad-input', 'no such adapter of one’s own');
    return found;
  };
  return {
    'adapters.list': async () => {
      const all = await s.siteAnswers.list();
      const answersOf = (id: string) => all.filter(({ adapter }) => adapter === id);
      const known = (await s.adapters.list()).map(({ adapter: { id, label, evidence }, from, off }) => ({
        ...{ id, label, from, off, evidence: evidence.kind },
        answers: answersOf(id),
      }));
      const off = await s.adapters.isOff(GENERIC.id);
      return [...known, { ...otherSites, off, answers: answersOf(GENERIC.id) }];
    },
    'adapters.askAgain': async ({ id, origin }) => {
      await s.siteAnswers.answer(origin, id, null);
      s.views.changed();
      // Pages hear first that they may be read otherwise now.
      await adaptersChanged();
      repaintSoon(s);
      return {};
    },
    'adapters.removeOwn': async ({ id }) => {
      await removeOwn(s, await own(id));
      return changed();
    },
    'adapters.export': async ({ id }) => ({ json: JSON.stringify((await own(id)).adapter, null, 2) }),
    'adapters.import': async ({ adapter }) => {
      await s.adapters.saveOwn(adapter, 'file');
      await s.siteAnswers.forget(adapter.id);
      return changed();
    },
  } satisfies Partial<RpcHandlers>;
}
