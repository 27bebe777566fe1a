import { browser } from 'wxt/browser';

/** Firefox's own; Chromium's types don't know it. */
type FirefoxSidebar = { sidebarAction: { toggle(): Promise<void>; open(): Promise<void> } };
const firefox = () => browser as unknown as FirefoxSidebar;

/** Chromium opens its side panel by itself on a click on the button, when told once. */
export async function openPanelOnClick(): Promise<void> {
  if (!import.meta.env.FIREFOX) await browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}

/** A click on the button; Chromium doesn't tell us of it (see above). */
export async function togglePanel(): Promise<void> {
  if (import.meta.env.FIREFOX) await firefox().sidebarAction.toggle();
}

/** Beside one tab. Browsers do it only while a person's click counts. */
export async function openPanel(tabId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await firefox().sidebarAction.open();
  else await browser.sidePanel.open({ tabId });
}
