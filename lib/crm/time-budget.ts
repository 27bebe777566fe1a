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
  let left = MOST;
  let at = now();

  function earn(): void {
    const earned = left + (now() - at) * SHARE;
    left = Math.min(MOST, earned);
    at = now();
  }

  return {
    spend(work) {
      earn();
      const began = at;
      try {
        return work();
      } finally {
        at = now();
        left -= at - began;
      }
    },
    wait() {
      earn();
      return left > 0 ? 0 : Math.ceil((1 - left) / SHARE);
    },
  };
}
