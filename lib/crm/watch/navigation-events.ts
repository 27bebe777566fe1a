/**
 * Calls back in the moment the page has got a new address, by link, script, back or forward. Not WXT's location
 * watcher: that one listens to `navigate`, which fires before the change and for navigations that are cancelled.
 * Where there is no Navigation API (Firefox 140), `pushState` has no event: the page watcher sees it with the
 * next change of the page.
 */
export function onNavigation(window: Window, signal: AbortSignal, moved: (event: Event) => void): void {
  const navigation: EventTarget | undefined = 'navigation' in window ? window.navigation : undefined;
  if (navigation) {
    navigation.addEventListener('currententrychange', moved, { signal });
    return;
  }
  window.addEventListener('popstate', moved, { signal });
  window.addEventListener('hashchange', moved, { signal });
}
