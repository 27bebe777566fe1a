/** All that an observer can hear of. */
export const EVERYTHING: MutationObserverInit = {
  subtree: true,
  childList: true,
  attributes: true,
  characterData: true,
};

type ChangeWatchOptions = {
  window: Window & typeof globalThis;
  signal: AbortSignal;
  changed: () => void;
  /** a frame in which somebody looked goes on to another page */
  left: (event: Event) => void;
};

/**
 * Hears that anything on the page has changed, where a look at all of it is due. Whoever hears it may stop
 * listening until that look is taken: a page that changes all the time then costs no more than one that changes once.
 */
export function createChangeWatch({ window, signal, changed, left }: ChangeWatchOptions) {
  const observer = new window.MutationObserver(changed);
  const heard = new WeakSet<Node>();

  /** A frame that goes on has another document, and that is no change of any: its `load` can be caught, in its own page alone. */
  function hearFrames(root: Node): void {
    if (heard.has(root)) return;
    heard.add(root);
    root.addEventListener('load', changed, { capture: true, signal });
    const inner = root !== window.document && 'defaultView' in root ? (root as Document).defaultView : null;
    inner?.addEventListener('pagehide', left, { signal });
  }

  return {
    /** @param roots insides of components and frames: a change in there is none of the document's */
    listen(roots: readonly Node[]): void {
      for (const root of [window.document, ...roots]) {
        observer.observe(root, EVERYTHING);
        hearFrames(root);
      }
    },
    stop: () => observer.disconnect(),
  };
}
