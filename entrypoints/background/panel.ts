import { browser } from 'wxt/browser';
import type { RpcMethod } from '@/lib/messaging/rpc-contract';
import { contentTab, type SenderFacts } from '@/lib/messaging/sender';

/** Firefox's own; Chromium's types don't know it. */
type FirefoxSidebar = { sidebarAction: { toggle(): Promise<void>; open(): Promise<void> } };
const firefox = () => browser as unknown as FirefoxSidebar;

const OPEN: RpcMethod = 'panel.open';
/** How the latest opening beside each tab ends. */
const openings = new Map<number, Promise<void>>();

/** Chromium opens its side panel by itself on a click on the button, when told once. */
export async function openPanelOnClick(): Promise<void> {
  if (!import.meta.env.FIREFOX) await browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
}

/** A click on the button; Chromium doesn't tell us of it (see above). */
export async function togglePanel(): Promise<void> {
  if (import.meta.env.FIREFOX) await firefox().sidebarAction.toggle();
}

/** To be called in the moment of a person's doing. */
export function openPanelBeside(tabId: number): Promise<void> {
  return import.meta.env.FIREFOX ? firefox().sidebarAction.open() : browser.sidePanel.open({ tabId });
}

/**
 * Opens the panel beside the tab that asks for it. To be called in the very moment the message comes: a person's
 * click counts only until something is awaited. That a page could have our own panel opened, by a click, is no harm.
 */
export function openPanelIfAsked(message: unknown, sender: SenderFacts): void {
  const asked =
    typeof message === 'object' && message !== null && 'method' in message && message.method === OPEN;
  const tabId = asked ? contentTab(sender, browser.runtime.id) : null;
  if (tabId === null) return;
  const opening = openPanelBeside(tabId);
  opening.catch(() => undefined); // told by `panelOpened`
  openings.set(tabId, opening);
}

/** @throws when the browser did not open it: no click, or none that counts any more */
export async function panelOpened(tabId: number): Promise<void> {
  const opening = openings.get(tabId);
  openings.delete(tabId);
  await opening;
}
