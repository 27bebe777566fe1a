import { afterEach, beforeEach, vi } from 'vitest';
import { detect } from '@/lib/crm/detect';
import { createPageWatcher, type PageWatcher, type PageWatcherOptions } from '@/lib/crm/watch/page-watcher';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';

/** The adapter, on whatever host jsdom says it has loaded the page from. */
export const adapterHere = (adapter: CrmAdapter): CrmAdapter => ({
  ...adapter,
  site: { hosts: [location.hostname], signature: null },
});

const sentByBrowser = new WeakSet<Event>();

/** Stands for `isTrusted`, which only a browser can set. */
export const isGenuine = (event: Event): boolean => sentByBrowser.has(event);

/** Sends an event as the browser does; what a page sends itself is dispatched without this. */
export function browserSends(target: EventTarget, event: Event): void {
  sentByBrowser.add(event);
  target.dispatchEvent(event);
}

/** The page as an adapter reads it here. */
export const readBy = (adapter: CrmAdapter) => () =>
  detect(new URL(location.href), document, [adapterHere(adapter)]);

/** A watcher of this very page. */
export const watchThisPage = (
  options: Pick<PageWatcherOptions, 'read' | 'report' | 'signal' | 'firstSeq'>,
): PageWatcher => createPageWatcher({ window, isGenuine, ...options });

/**
 * jsdom has no Navigation API: an event target in its place, on which `navigateTo` fires. Time stands still, too: a look
 * at the page costs nothing of its budget, however busy the machine is.
 */
export function stubBrowser(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    Object.defineProperty(window, 'navigation', { configurable: true, value: new EventTarget() });
  });
  afterEach(() => {
    vi.useRealTimers();
    Reflect.deleteProperty(window, 'navigation');
  });
}

/** What a single-page application does: a new address at once, the page's contents as they were. */
export function navigateTo(path: string): void {
  history.pushState(null, '', path);
  browserSends(window.navigation, new Event('currententrychange'));
}

export function setVisibility(state: DocumentVisibilityState): void {
  const changed = document.visibilityState !== state;
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  if (changed) browserSends(document, new Event('visibilitychange'));
}

/** Until the watcher's idle work has run, whatever pause it makes. */
export async function idle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(2000);
}

/** A page has painted once more. */
export async function frame(): Promise<void> {
  await vi.advanceTimersByTimeAsync(20);
}
