import { EVERYTHING } from '../watch/change-watch';
import { onNavigation } from '../watch/navigation-events';
import type { RingReport } from './ring-report';

/** A phone that changes hands faster than this is no phone. */
const MOST_A_MINUTE = 6;
const MINUTE = 60_000;
/** A softphone's page is read with its changes, at once and then at most so often. */
const PAUSE = 200;

/** The rep came back to an address that has rung before. */
const AGAIN: readonly string[] = ['reload', 'back_forward'];

type RingWatcherOptions = {
  window: Window & typeof globalThis;
  inAddress: (url: URL) => RingReport | null;
  onPage: (url: URL, document: Document) => RingReport | null | undefined;
  /** whether any page here may be a softphone, also one that doesn't show it yet */
  mayRing: () => boolean;
  ring: (report: RingReport) => void;
  signal: AbortSignal;
};

/** Calls what it is given with every new ring, some a minute at most. */
function createBell(window: Window, ring: RingWatcherOptions['ring']) {
  let rung: number[] = [];
  return (report: RingReport): void => {
    const now = window.performance.now();
    rung = rung.filter((at) => now - at < MINUTE);
    if (rung.length >= MOST_A_MINUTE) return;
    rung.push(now);
    ring(report);
  };
}

function isBack(window: Window): boolean {
  const [entry] = window.performance.getEntriesByType?.('navigation') ?? [];
  return entry !== undefined && 'type' in entry && AGAIN.includes(String(entry.type));
}

/**
 * Notices that a page says the phone rings: in its address, or as a softphone. Also in a tab that nobody looks at:
 * a softphone's tab seldom is. Pages without a softphone are not watched for changes, but where nobody looks, and so
 * nobody else watches: one that may become a softphone's. Ends with the signal.
 */
export function watchRings({ window, inAddress, onPage, mayRing, ring, signal }: RingWatcherOptions): {
  /** how pages are read has changed */
  look(): void;
  /** the page has changed, and may be a softphone by now that wasn't one before */
  pageChanged(): void;
} {
  const { document } = window;
  /** Until the page was once seen without a ring, what rings may have rung for the script before this one. */
  let wasQuiet = false;
  const stood = (said: RingReport): RingReport => ({ ...said, standing: true });
  let isFirstLook = true;
  const bell = createBell(window, ring);
  const address = () => new URL(window.location.href);
  let lastInAddress = isBack(window) ? JSON.stringify(inAddress(address())) : null;
  let lastOnPage: string | null = null;
  let watches = false;
  let readAt = Number.NEGATIVE_INFINITY;
  let later: number | undefined;

  function readAddress(): void {
    const said = inAddress(address());
    const text = JSON.stringify(said);
    if (!said || text === lastInAddress) return;
    lastInAddress = text;
    bell(isFirstLook ? stood(said) : said);
  }

  function readPage(): void {
    later = undefined;
    if (signal.aborted) return;
    readAt = window.performance.now();
    const said = onPage(address(), document);
    const mayBecomeOne = document.visibilityState === 'hidden' && mayRing();
    if ((said !== undefined || mayBecomeOne) !== watches) {
      watches = !watches;
      if (watches) changes.observe(document, EVERYTHING);
      else changes.disconnect();
    }
    const text = said ? JSON.stringify(said) : null;
    if (said && text !== lastOnPage) bell(wasQuiet ? said : stood(said));
    if (said === null) wasQuiet = true;
    lastOnPage = text;
  }

  const changes = new window.MutationObserver(() => {
    const wait = readAt + PAUSE - window.performance.now();
    if (wait <= 0) readPage();
    else later ??= window.setTimeout(readPage, wait);
  });

  const look = () => {
    readAddress();
    readPage();
  };
  onNavigation(window, signal, look);
  for (const type of ['DOMContentLoaded', 'visibilitychange'])
    document.addEventListener(type, readPage, { signal });
  signal.addEventListener('abort', () => {
    changes.disconnect();
    window.clearTimeout(later);
  });
  look();
  isFirstLook = false;
  return { look, pageChanged: () => (watches ? undefined : readPage()) };
}
