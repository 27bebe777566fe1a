import { browser } from 'wxt/browser';
import { joinTaught } from '@/lib/crm/teach/join-taught';
import type { RpcHandlers } from '@/lib/messaging/rpc-router';
import type { Caller } from '@/lib/messaging/sender';
import { AppError } from '@/lib/platform/app-error';
import type { KnownAdapter } from '@/lib/sync/adapters/crm-adapters';
import { runScript } from '../run-script';
import type { Services } from '../services';
import { adaptersChanged } from '../tell-pages';

const SCRIPT = '/teach.js';

/** A page or a frame in a tab is taught where it stands; our own pages say which tab they mean. */
function tabOf(caller: Caller, { tabId }: { tabId?: number | undefined }): number {
  const id = 'tabId' in caller ? caller.tabId : tabId;
  if (id === undefined) throw new AppError('bad-input', 'no tab');
  return id;
}

/** The tab's origin, where Heed may stand there. */
async function grantedOrigin({ sites }: Services, tabId: number): Promise<string | null> {
  const { url = '' } = await browser.tabs.get(tabId);
  const origin = URL.canParse(url) ? new URL(url).origin : null;
  return origin !== null && (await sites.checker())(origin) ? origin : null;
}

/** A page has loaded where somebody is teaching: the next one to check. */
export async function teachOn(s: Services, tabId: number): Promise<void> {
  const session = await s.teaching.read(tabId);
  if (session && session.origin === (await grantedOrigin(s, tabId))) await runScript(tabId, SCRIPT);
}

/** `https://*.crm.example/*` to the address a person would begin at; null where it names no host. */
function startOf(pattern: string): string | null {
  const address = pattern.replace(/^\*:/, 'https:').replace('://*.', '://').replace(/\*$/, '');
  return URL.canParse(address) && !address.includes('*') ? address : null;
}

/**
 * A tab of a site that was granted, to the front: one that is open, the latest used first, or a new one. Of that one
 * Firefox doesn't say yet where it goes.
 */
async function tabOfSite({ sites }: Services, pattern: string): Promise<{ tabId: number; origin: string }> {
  const isCrm = await sites.checker();
  if (!(await sites.crmPatterns()).includes(pattern)) throw new AppError('not-allowed', 'no site of ours');
  const open = (await browser.tabs.query({ url: pattern }))
    .filter(({ url = '' }) => URL.canParse(url) && isCrm(new URL(url).origin))
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  const url = open[0]?.url ?? startOf(pattern);
  const tab = open[0] ?? (url === null ? undefined : await browser.tabs.create({ url }));
  if (url === null || tab?.id === undefined) throw new AppError('bad-input', 'no tab of that site');
  await browser.tabs.update(tab.id, { active: true });
  await browser.windows.update(tab.windowId, { focused: true });
  return { tabId: tab.id, origin: new URL(url).origin };
}

/** Begins in this tab; a page that is still on its way gets the script once it is there (see {@link teachOn}). */
async function beginIn(s: Services, tabId: number, origin: string): Promise<void> {
  await s.teaching.begin(tabId, origin);
  if (origin === (await grantedOrigin(s, tabId))) await runScript(tabId, SCRIPT);
  s.views.changed();
}

/**
 * The organisation's pages stay the organisation's: saved as one's own they would be asked about no more. So would what
 * answers taught, before a person has said that it is right.
 */
async function mayBeAddedTo({ siteAnswers }: Services, { adapter, from }: KnownAdapter): Promise<boolean> {
  if (from !== 'own' && from !== 'file') return false;
  if (adapter.evidence.kind !== 'learned') return true;
  return (await siteAnswers.list()).some((answer) => answer.adapter === adapter.id && answer.right);
}

export function teachHandlers(s: Services) {
  const ended = async (tabId: number) => {
    await s.teaching.end(tabId);
    s.views.changed();
    await adaptersChanged();
    return {};
  };
  return {
    'teach.begin': async (input, caller) => {
      const tabId = tabOf(caller, input);
      const origin = await grantedOrigin(s, tabId);
      if (origin === null) throw new AppError('not-allowed', 'a page that nobody granted');
      await beginIn(s, tabId, origin);
      return {};
    },
    'teach.open': async ({ site }) => {
      const { tabId, origin } = await tabOfSite(s, site);
      await beginIn(s, tabId, origin);
      return {};
    },
    'teach.end': (input, caller) => ended(tabOf(caller, input)),
    'teach.load': async (_, { tabId, topOrigin }) => {
      const session = await s.teaching.read(tabId);
      const here = session?.origin === topOrigin ? session : null;
      const language = await s.look.language();
      return { memory: here?.memory ?? null, teaching: here !== null, language };
    },
    'teach.propose': async (proposal, { tabId, topOrigin }) => {
      await s.teaching.propose(tabId, topOrigin, proposal);
      s.views.changed();
      return {};
    },
    'teach.state': async (input, caller) => {
      const session = await s.teaching.read(tabOf(caller, input));
      const proposal = session?.adapter && { host: new URL(session.origin).hostname, pages: session.pages };
      return { teaching: session !== null, proposal: proposal ?? null };
    },
    'teach.save': async (input, caller) => {
      const tabId = tabOf(caller, input);
      const adapter = (await s.teaching.read(tabId))?.adapter;
      if (!adapter) throw new AppError('bad-input', 'nothing was taught');
      const known = (await s.adapters.list()).find((one) => one.adapter.id === adapter.id);
      const before = known && (await mayBeAddedTo(s, known)) ? known.adapter : null;
      const version = (known?.adapter.version ?? 0) + 1;
      await s.adapters.saveOwn({ ...joinTaught(before, adapter), version });
      return ended(tabId);
    },
  } satisfies Partial<RpcHandlers>;
}
