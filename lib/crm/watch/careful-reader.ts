import type { Detection } from '../detect';
import { createTimeBudget } from './time-budget';

const TRY_AGAIN = 500;

export type CarefulReader = {
  /** Reads the page as it is now; null where it can't be. */
  read(): Detection | null;
  /** how long it should not be read again (ms): it takes long, or couldn't be read the last time */
  wait(): number;
};

type CarefulReaderOptions = {
  window: Window;
  read: () => Detection;
  /** told once, until it can be read again */
  failed?: (error: unknown) => void;
};

/** Reads a page that may be such that reading fails, or takes long. */
export function createCarefulReader(
  { window, read, failed }: CarefulReaderOptions,
  now: () => number,
): CarefulReader {
  const budget = createTimeBudget(now);
  let fails = false;
  return {
    read() {
      if (window.document.readyState === 'loading') return { state: 'not-ready', roots: [] };
      try {
        const found = budget.spend(read);
        fails = false;
        return found;
      } catch (error) {
        if (!fails) failed?.(error);
        fails = true;
        return null;
      }
    },
    wait: () => Math.max(budget.wait(), fails ? TRY_AGAIN : 0),
  };
}
