/** All that an observer can hear of. */
export const EVERYTHING: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
};

/**
 * Hears that anything on the page has changed, where a look at all of it is due. Whoever hears it may stop
 * listening until that look is taken: a page that changes all the time then costs no more than one that changes once.
 */
export function createChangeWatch(window: Window & typeof globalThis, changed: () => void) {
  const observer = new window.MutationObserver(changed);
  return {
    /** @param roots insides of components and frames: a change in there is none of the document's */
    listen(roots: readonly Node[]): void {
      for (const root of [window.document, ...roots]) observer.observe(root, EVERYTHING);
    },
    stop: () => observer.disconnect(),
  };
}
