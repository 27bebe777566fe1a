import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { SECOND } from '@/lib/platform/clock';
import { withPatience } from './with-patience';

/** For a script that reads the whole page and asks us how. */
const LOOKING = 3 * SECOND;

const inject = (tabId: number, file: ScriptPublicPath) =>
  browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file] });

/**
 * Runs a script of ours at a tab's top. Waits a second at most: in a tab that is frozen it runs once that thaws, and
 * until then the browser says nothing (w3c/webextensions#527). Rejects where the tab takes none: it shows an error page,
 * or is being closed.
 */
export async function runScript(tabId: number, file: ScriptPublicPath): Promise<void> {
  await withPatience(inject(tabId, file));
}

/** What a script of ours says at a tab's top; undefined where it doesn't, or not soon enough. */
export async function askScript(tabId: number, file: ScriptPublicPath): Promise<unknown> {
  const answers = await withPatience(inject(tabId, file), LOOKING).catch(() => undefined);
  return answers?.[0]?.result;
}
