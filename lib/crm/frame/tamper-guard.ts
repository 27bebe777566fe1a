/** How often a page may move, hide or remove what is ours before we leave it alone. */
const PATIENCE = 5;

export type TamperGuard = {
  /** Does something to the element that is not tampering. */
  own(change: () => void): void;
  stop(): void;
};

type TamperGuardOptions = {
  window: Window & typeof globalThis;
  host: Element;
  restore: () => void;
  giveUp: () => void;
};

/**
 * Puts the sidebar's element back when the page touches its attributes or takes it out; after a few times that is the
 * page's will, and it stays out.
 */
export function createTamperGuard({ window, host, restore, giveUp }: TamperGuardOptions): TamperGuard {
  const { document } = window;
  let left = PATIENCE;
  const observer = new window.MutationObserver((records) => {
    if (records.some(({ target }) => target === host) || !host.isConnected) touched();
  });

  function watch(): void {
    observer.observe(host, { attributes: true });
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
  }

  function touched(): void {
    observer.disconnect();
    if (left-- === 0) {
      giveUp();
      return;
    }
    restore();
    watch();
  }

  watch();
  return {
    own(change) {
      observer.disconnect();
      change();
      watch();
    },
    stop: () => observer.disconnect(),
  };
}
