import { browser } from 'wxt/browser';
import { call, watchView } from '@/lib/messaging/rpc-client';
import { systemClock } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { Host } from '@/lib/ui/host';

/** What a page of ours has around it in a real browser. */
export function browserHost(where: Pick<Host, 'kind' | 'tabId' | 'openPanel'>): Host {
  return {
    ...where,
    call,
    watchView,
    chord: async () => {
      const all = await browser.commands.getAll();
      return all.find(({ name }) => name === 'focus-heed')?.shortcut ?? '';
    },
    openOptions: () => void browser.runtime.openOptionsPage(),
    keepStorage: async () => {
      await navigator.storage.persist().catch(() => false);
    },
    now: systemClock.now,
    newId: () => uuidv7(systemClock.now()),
  };
}
