import { browser } from 'wxt/browser';

/** The tab beside which this window's panel stands, as a store React can follow. `undefined` until the browser has said. */
export function watchActiveTab(onError: (error: unknown) => void) {
  let tabId: number | undefined;
  let windowId: number | undefined;
  const listeners = new Set<() => void>();

  const set = (next: number | undefined) => {
    if (next === tabId) return;
    tabId = next;
    for (const listener of listeners) listener();
  };

  browser.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId) set(active.tabId);
  });
  browser.tabs
    .query({ active: true, currentWindow: true })
    .then(([tab]) => {
      windowId = tab?.windowId;
      set(tab?.id);
    })
    .catch(onError);

  return {
    get: () => tabId,
    onChange(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
