import type { Detection } from './detect';
import { createTimeBudget } from './time-budget';

const TRY_AGAIN = 500;

export type CarefulReader = {
  /** Reads the page as it is now; null where it can't be. */
  read(): Detection | null;
  /** how long it should not be read again (ms): it takes long, or couldn't be read the last time */
  wait(): number;
};

type CarefulReaderOptions = {
  document: Document;
  read: () => Detection;
  /** told once, until it can be read again */
  failed: ((error: unknown) => void) | undefined;
  now: () => number;
};

/** Reads a page that may be such that reading fails, or takes long. */
export function createCarefulReader(options: CarefulReaderOptions): CarefulReader {
  const budget = createTimeBudget(options.now);
  let fails = false;
  return {
    read() {
      if (options.document.readyState === 'loading') return { state: 'not-ready', roots: [] };
      try {
        const found = budget.spend(options.read);
        fails = false;
        return found;
      } catch (error) {
        if (!fails) options.failed?.(error);
        fails = true;
        return null;
      }
    },
    wait: () => Math.max(budget.wait(), fails ? TRY_AGAIN : 0),
  };
}
