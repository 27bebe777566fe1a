import type { Detection, Reading } from '../detect';
import type { PageReport } from '../page-report';
import { createCarefulReader } from './careful-reader';
import { createChangeWatch } from './change-watch';
import { createIdleTask } from './idle-task';
import { onNavigation } from './navigation-events';
import { createNodeWatch } from './node-watch';

/*
 * Who is open on the page, from moment to moment.
 *
 *     navigation, of a frame too · pagehide · tab hidden · came back from the back-forward cache
 *      ┌──────────────────────────────────────────────────────────────────────────────────┐
 *      ▼                                                                                  │
 *   ┌───────┐  read at once (unless the tab is hidden)   ┌───────────┐   ┌────────┐   ┌──────────┐
 *   │ blank │ ─────────────────────────────────────────> │ not-ready │   │ nobody │   │ customer │
 *   └───────┘                                            └───────────┘   └────────┘   └──────────┘
 *      ▲                                                     ▲   anything on the page changes:   ▲
 *      │                                                     └── read again when it is idle ─────┘
 *      │                                                                                  │
 *      └────── the identity's own nodes say something else: read at once; someone else ───┘
 *
 * From one customer to another the way is always through blank. Whether the identity's nodes still say the same is asked
 * at every change. Reading the page has a budget: where none is left, it goes blank first and is read when there is.
 */

/** Read again when the page is idle: soon while somebody is awaited, seldom while the answer stands. */
const AWAITING = { after: 0, within: 50 };
const SETTLED = { after: 150, within: 1000 };
/** For this long after it went blank a page is read with its changes, at most once a frame: a rep waits. */
const HASTE = 2000;
const FRAME = 16;

export type PageWatcherOptions = {
  window: Window & typeof globalThis;
  /** reads the page as it is now */
  read: () => Detection;
  report: (report: PageReport) => void;
  /** the page was read, and may have changed before that in more than the identity */
  looked?: (found: Detection) => void;
  /** the page can't be read: told once, until it can again */
  failed?: (error: unknown) => void;
  signal: AbortSignal;
  /** whether the browser itself sent this event: a page that may make up navigations keeps the background busy */
  isGenuine: (event: Event) => boolean;
  /** where to begin to count: beyond any earlier watcher of the same document */
  firstSeq: number;
};

export type PageWatcher = {
  /** Reads the page again, now; null where nobody is open, or the tab is hidden. */
  currentKey(): string | null;
  /** How the page is read has changed: starts over. */
  startOver(): void;
};

type Found = Reading | { state: 'blank' };

const keyOf = (found: Found) => (found.state === 'customer' ? found.identity.key : null);

function toReport(found: Found, seq: number): PageReport {
  if (found.state === 'customer') return { state: 'customer', seq, identity: found.identity };
  // A page that still renders says no more than one that is going somewhere: nobody else need tell them apart.
  const isBlank = found.state === 'not-ready' || found.state === 'blank';
  return { state: isBlank ? 'blank' : 'nobody', seq };
}

/** Starts watching; ends with the signal. Reports facts; what to make of them is decided elsewhere. */
export function createPageWatcher(options: PageWatcherOptions): PageWatcher {
  const { window, signal, isGenuine } = options;
  const { document } = window;
  const now = () => window.performance.now();
  let shown: PageReport['state'] | null = null;
  let key: string | null = null;
  let seq = options.firstSeq;
  let blankSince = 0;
  let lookedAt = 0;

  const reader = createCarefulReader(options, now);
  const nodes = createNodeWatch(window, () => (reader.wait() === 0 ? look() : leave()));
  const idle = createIdleTask(window, signal, look);
  const anything = createChangeWatch({ window, signal, changed, left: (e) => isGenuine(e) && leave() });

  function tell(found: Found): void {
    const report = toReport(found, seq);
    if (report.state === shown && keyOf(found) === key) return;
    seq++;
    shown = report.state;
    key = keyOf(found);
    options.report(report);
  }

  function blank(): void {
    nodes.watch([]);
    blankSince = now();
    tell({ state: 'blank' });
  }

  function look(): void {
    if (signal.aborted || document.visibilityState === 'hidden') return;
    lookedAt = now();
    const found = reader.read();
    anything.listen(found?.roots ?? []);
    if (!found) {
      blank();
      return;
    }
    if (key !== null && keyOf(found) !== key) blank();
    nodes.watch(found.state === 'customer' ? found.witnesses : []);
    tell(found);
    options.looked?.(found);
  }

  function startOver(): void {
    blank();
    look();
  }

  function lookLater(): void {
    const { after, within } = shown === 'blank' ? AWAITING : SETTLED;
    idle.schedule({ after: Math.max(after, reader.wait()), within });
  }

  /** What the page showed is gone, and what it shows next can't be read yet. */
  function leave(): void {
    blank();
    lookLater();
  }

  function changed(): void {
    const at = now();
    const isHasty = shown === 'blank' && at - blankSince < HASTE && reader.wait() === 0;
    if (isHasty && at - lookedAt >= FRAME) {
      look();
      return;
    }
    if (!isHasty) anything.stop();
    lookLater();
  }

  function begin(): void {
    const ifGenuine = (act: () => void) => (event: Event) => isGenuine(event) && act();
    /** In a hidden tab nothing is heard of the page, whatever goes on in it. */
    const seenOrHidden = () => {
      if (document.visibilityState === 'hidden') anything.stop();
      startOver();
    };
    onNavigation(window, signal, ifGenuine(startOver));
    document.addEventListener('DOMContentLoaded', look, { signal });
    document.addEventListener('visibilitychange', ifGenuine(seenOrHidden), { signal });
    window.addEventListener('pagehide', ifGenuine(blank), { signal });
    const cameBack = ifGenuine(startOver);
    window.addEventListener('pageshow', (event) => event.persisted && cameBack(event), { signal });
    signal.addEventListener('abort', () => {
      anything.stop();
      nodes.watch([]);
    });
    // A value that is typed or picked changes no node. The page's own word counts here: a script that sets a value can
    // only say so itself, and it is reported only where someone else stands there now.
    for (const type of ['input', 'change'])
      document.addEventListener(type, nodes.check, { signal, capture: true });
    startOver();
  }

  begin();

  return {
    startOver,
    currentKey() {
      look();
      return signal.aborted ? null : key;
    },
  };
}
