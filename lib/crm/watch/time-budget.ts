/** How much of the page's time may be taken, and how much of it at once (ms). */
const SHARE = 0.1;
const MOST = 100;

export type TimeBudget = {
  /** Does something, and pays for it. */
  spend<T>(work: () => T): T;
  /** how long until there is time again (ms); 0 where there is some */
  wait(): number;
};

/** A tenth of the page's time: what was not used is there for when it is urgent, what was taken too much is waited for. */
export function createTimeBudget(now: () => number): TimeBudget {
  /** when nothing of what was taken so far counts any more */
  let paid = 0;
  return {
    spend(work) {
      const began = now();
      try {
        return work();
      } finally {
        paid = Math.max(paid, began) + (now() - began) / SHARE;
      }
    },
    wait: () => Math.max(0, paid - now() - MOST / SHARE),
  };
}
