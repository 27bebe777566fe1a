import { browser } from 'wxt/browser';
import type { AdaptersChanged, LevelsChanged } from '@/lib/messaging/envelope';
import { withPatience } from './with-patience';

/** Has a page's content script ask anew for what it shows in lists. Where there is none, nobody hears it. */
export function tellLevelsChanged(tabId: number): void {
  const message: LevelsChanged = { heed: 1, tell: 'levels' };
  browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
}

/**
 * Every page that is open asks anew how it may be read; one whose grant was withdrawn hears that it may not, and ends.
 * All tabs are told: of those without a grant the browser doesn't say what they show.
 */
export async function adaptersChanged(): Promise<void> {
  const told: AdaptersChanged = { heed: 1, tell: 'adapters' };
  // Most have no content script of ours that could hear it; one that sleeps hears it when it wakes.
  const tell = (id: number) => withPatience(browser.tabs.sendMessage(id, told)).catch(() => undefined);
  await Promise.all((await browser.tabs.query({})).map(({ id }) => id !== undefined && tell(id)));
}
