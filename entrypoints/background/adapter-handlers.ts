import { GENERIC } from '@/lib/crm/generic/generic-reader';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import { AppError } from '@/lib/platform/app-error';
import type { Evidence } from '@/lib/protocol/crm-adapter';
import { identityOf } from '@/lib/sync/tab-state';
import type { Services } from './services';
import { adaptersChanged } from './tell-pages';

/** Nobody here has seen these at work before they read a page; so a person who says that one is wrong ends it there. */
const MAY_BE_WRONG: ReadonlySet<Evidence['kind']> = new Set(['documented', 'learned']);

/**
 * How a page may be read, by the host that the browser says it is from. Without one that nobody has seen at work
 * and that a person here found wrong: such a site is read as one that no adapter knows.
 */
export async function adaptersFor(
  { adapters, siteAnswers }: Services,
  topOrigin: string,
): Promise<RpcOutput<'page.adapters'>> {
  const answers = await siteAnswers.list();
  const isRefused = (id: string) =>
    answers.some(({ origin, adapter, right }) => origin === topOrigin && adapter === id && !right);
  const known = await adapters.forHost(new URL(topOrigin).hostname);
  return { adapters: known.filter(({ id, evidence }) => !MAY_BE_WRONG.has(evidence.kind) || !isRefused(id)) };
}

/** Does it follow from answers of the person here? */
async function isLearned({ adapters }: Services, id: string): Promise<boolean> {
  const known = (await adapters.list()).find(({ adapter }) => adapter.id === id);
  return known?.from === 'own' && known.adapter.evidence.kind === 'learned';
}

/** A rep says whether who the page was read to show is right. */
export async function answerForSite(
  s: Services,
  tabId: number,
  { key, right }: { key: string; right: boolean },
): Promise<void> {
  const tab = await s.tabs.read(tabId);
  const shown = identityOf(tab, key);
  if (!shown) throw new AppError('bad-input', 'not on this tab');
  const { adapter } = shown.identity;
  await s.siteAnswers.answer(shown.origin, adapter, right);
  if (!right && (await isLearned(s, adapter))) {
    // The reader from whose pages it was learned is to be asked about each time as well.
    await s.learnedSites.forget(new URL(shown.origin).hostname);
    await s.siteAnswers.answer(shown.origin, GENERIC.id, false);
  }
  if (!right && adapter === GENERIC.id) await s.tabs.choose(tabId, { key, cardNumber: null });
  if (adapter !== GENERIC.id) await adaptersChanged();
  await s.toolbar.show(tabId, await s.reports.badge(tabId));
  s.views.changed();
}

/** What no adapter knows, as one more of them. */
const otherSites = { id: GENERIC.id, label: '', from: 'built-in', off: false, evidence: 'none' } as const;

export function adapterHandlers(s: Services) {
  const changed = async () => {
    await adaptersChanged();
    return {};
  };
  const own = async (id: string) => {
    const found = (await s.adapters.list()).find(({ adapter, from }) => adapter.id === id && from === 'own');
    if (!found) throw new AppError('bad-input', 'no such adapter of one’s own');
    return found.adapter;
  };
  return {
    'adapters.list': async () => {
      const all = await s.siteAnswers.list();
      const answersOf = (id: string) => all.filter(({ adapter }) => adapter === id);
      const known = (await s.adapters.list()).map(({ adapter: { id, label, evidence }, from, off }) => ({
        ...{ id, label, from, off, evidence: evidence.kind },
        answers: answersOf(id),
      }));
      return [...known, { ...otherSites, answers: answersOf(GENERIC.id) }];
    },
    'adapters.askAgain': async ({ id, origin }) => {
      await s.siteAnswers.answer(origin, id, null);
      s.views.changed();
      return changed();
    },
    'adapters.removeOwn': async ({ id }) => {
      // Learned ones are labelled by their host.
      if (await isLearned(s, id)) await s.learnedSites.forget((await own(id)).label);
      await s.adapters.removeOwn(id);
      return changed();
    },
    'adapters.export': async ({ id }) => ({ json: JSON.stringify(await own(id), null, 2) }),
    'adapters.import': ({ adapter }) => s.adapters.saveOwn(adapter).then(changed),
  } satisfies Partial<RpcHandlers>;
}
