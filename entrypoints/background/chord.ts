import { type Browser, browser } from 'wxt/browser';
import type { ChordReply, ChordRequest } from '@/lib/messaging/envelope';
import { openPanelBeside } from './panel';
import { withPatience } from './with-patience';

/** As the manifest names it; the person sets its keys in the browser's own page of shortcuts. */
export const CHORD = 'focus-heed';

async function askPage(tabId: number): Promise<ChordReply['at']> {
  const message: ChordRequest = { heed: 1, ask: 'chord' };
  const reply: ChordReply | undefined = await withPatience(
    browser.tabs.sendMessage(tabId, message, { frameId: 0 }),
  ).catch(() => undefined);
  return reply?.at ?? 'unreachable';
}

/**
 * The one chord: into the sidebar in the CRM's page, and back to where the keyboard was. Beside any other page the
 * browser's own sidebar opens: at once, for the browser opens it only in the moment of a person's doing. The browser
 * tells a tab's address only where Heed may stand.
 */
export function onChord(command: string, tab: Browser.tabs.Tab | undefined): Promise<unknown> {
  if (command !== CHORD || tab?.id === undefined) return Promise.resolve();
  const { id } = tab;
  if (tab.url === undefined) return openPanelBeside(id);
  return askPage(id).then((at) => (at === 'unreachable' ? openPanelBeside(id) : undefined));
}
