import { browser } from 'wxt/browser';
import type { LevelsChanged } from '@/lib/messaging/envelope';

/** Has a page's content script ask anew for what it shows in lists. Where there is none, nobody hears it. */
export function tellLevelsChanged(tabId: number): void {
  const message: LevelsChanged = { heed: 1, tell: 'levels' };
  browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => undefined);
}
