import { type Browser, browser } from 'wxt/browser';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';

function toArea(area: Browser.storage.StorageArea): StorageArea {
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
  };
}

/**
 * Remembers what it has read and written: a page's report reads the same values several times, each a trip to the
 * browser. For an area that nobody but this worker writes to; what a killed worker remembered is read anew.
 */
function remembering(area: StorageArea): StorageArea {
  const known = new Map<string, unknown>();
  return {
    get: async (key) => {
      if (!known.has(key)) {
        const value = await area.get(key);
        if (!known.has(key)) known.set(key, value);
      }
      return known.get(key);
    },
    set: async (key, value) => {
      known.set(key, value);
      await area.set(key, value);
    },
    remove: async (key) => {
      known.set(key, undefined);
      await area.remove(key);
    },
  };
}

/** In memory, gone with the browser, closed to content scripts: tokens, keys, what tabs show. */
export const sessionArea = remembering(toArea(browser.storage.session));
/** On disk and, in Firefox, open to content scripts: the store's address, nothing secret. */
export const localArea = toArea(browser.storage.local);

/** Set by whoever runs the computer; nobody in the browser writes to it. */
export const managedArea: Pick<StorageArea, 'get'> = toArea(browser.storage.managed);

export const exclusive: Exclusive = (name, work) => navigator.locks.request(name, work);

/** Keeps content scripts out where the browser can (Chromium); what they could read is no secret anyway. */
export async function closeToContentScripts(): Promise<void> {
  for (const area of [browser.storage.session, browser.storage.local])
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
