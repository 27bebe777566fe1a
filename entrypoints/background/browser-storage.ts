import { type Browser, browser } from 'wxt/browser';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';

function toArea(area: Browser.storage.StorageArea): StorageArea {
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
  };
}

/** In memory, gone with the browser, closed to content scripts: tokens, keys, what tabs show. */
export const sessionArea = toArea(browser.storage.session);
/** On disk and, in Firefox, open to content scripts: the store's address, nothing secret. */
export const localArea = toArea(browser.storage.local);

export const exclusive: Exclusive = (name, work) => navigator.locks.request(name, work);

/** Keeps content scripts out where the browser can (Chromium); what they could read is no secret anyway. */
export async function closeToContentScripts(): Promise<void> {
  for (const area of [browser.storage.session, browser.storage.local])
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
