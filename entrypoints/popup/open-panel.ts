import { browser } from 'wxt/browser';

/** Firefox's own; Chromium's types don't know it. */
type FirefoxSidebar = { sidebarAction: { open(): Promise<void> } };

/**
 * Opens the browser's own sidebar in the window over which the popup stands. Which window that is has to be known by the
 * time of the click, which counts only until something is awaited.
 */
export function createPanelOpener(onError: (error: unknown) => void): () => void {
  let windowId: number | undefined;
  browser.windows
    .getCurrent()
    .then((current) => {
      windowId = current.id;
    })
    .catch(onError);
  return () => {
    const here = windowId ?? browser.windows.WINDOW_ID_CURRENT;
    const opening = import.meta.env.FIREFOX
      ? (browser as unknown as FirefoxSidebar).sidebarAction.open()
      : browser.sidePanel.open({ windowId: here });
    opening.catch(onError);
  };
}
