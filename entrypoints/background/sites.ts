import { browser } from 'wxt/browser';
import { isCrmOrigin } from '@/lib/messaging/granted-origins';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { AskIdentity } from '@/lib/sync/pages/tab-state';
import { runScript } from './run-script';

type SiteDeps = { storeOrigin(): Promise<string>; exclusive: Exclusive; ask: AskIdentity };

const SCRIPT_ID = 'heed-crm';
const SCRIPT_FILE = '/content-scripts/crm.js';
const isWeb = (pattern: string) => /^(\*|https?):\/\/|^<all_urls>$/.test(pattern);

/** Where we may stand: what the browser granted, less the store's own pages. */
export function createSites({ storeOrigin, exclusive, ask }: SiteDeps) {
  let granted: Promise<string[]> | null = null;

  /** All match patterns the browser granted. */
  const patterns = (): Promise<string[]> => {
    granted ??= browser.permissions.getAll().then(({ origins = [] }) => origins.filter(isWeb));
    return granted;
  };

  const crmPatterns = async () => {
    const store = `${await storeOrigin()}/*`;
    return (await patterns()).filter((pattern) => pattern !== store);
  };

  /** @returns a check of an origin against what is granted now */
  async function checker(): Promise<(origin: string) => boolean> {
    const [all, store] = await Promise.all([patterns(), storeOrigin()]);
    return (origin) => isCrmOrigin(all, store, origin);
  }

  async function register(matches: string[]): Promise<void> {
    const known = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
    if (matches.length === 0) {
      if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
      return;
    }
    // Firefox knows no ports in patterns. There the store's pages may get the script; its messages are refused.
    const excludeMatches = import.meta.env.FIREFOX ? [] : [`${await storeOrigin()}/*`];
    const script = {
      ...{ id: SCRIPT_ID, js: [SCRIPT_FILE], matches, excludeMatches },
      ...{ allFrames: false, runAt: 'document_start' as const, persistAcrossSessions: true },
    };
    if (known.length > 0) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  }

  async function injectInto(tabId: number): Promise<void> {
    if ((await ask(tabId, null)) !== undefined) return;
    // A tab that shows an error page, or is being closed, takes no script.
    await runScript(tabId, SCRIPT_FILE).catch(() => undefined);
  }

  /** Into the one document that asked, which is awake, where the browser can say it so exactly. */
  async function bring(
    { tabId, documentId }: { tabId: number; documentId: string | null },
    script: 'generic' | 'badges',
  ): Promise<void> {
    const exact = documentId !== null && !import.meta.env.FIREFOX;
    const target = exact ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: [`/content-scripts/${script}.js`] });
  }

  return {
    bring,
    patterns,
    crmPatterns,
    checker,

    /** After a grant came or went, or the store moved: for pages to come, and for those that are open already. */
    refresh: (): Promise<void> =>
      exclusive('heed-sites', async () => {
        granted = null;
        const matches = await crmPatterns();
        await register(matches);
        if (matches.length === 0) return;
        const isCrm = await checker();
        const open = await browser.tabs.query({ url: matches });
        const ours = open.filter(({ url = '' }) => URL.canParse(url) && isCrm(new URL(url).origin));
        // All at once: each that sleeps takes its second.
        await Promise.all(ours.map(({ id }) => id !== undefined && injectInto(id)));
      }),
  };
}

export type Sites = ReturnType<typeof createSites>;
