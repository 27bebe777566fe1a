export type IdleTask = {
  /**
   * Runs the task once, when the page has nothing better to do: not before `after`, and at most `within` later (ms).
   * Whoever can wait for longer than was asked for before gets it with that.
   */
  schedule(when: { after: number; within: number }): void;
};

/** One piece of work that many events ask for. Ends with the signal. */
export function createIdleTask(window: Window, signal: AbortSignal, run: () => void): IdleTask {
  let cancel: (() => void) | null = null;
  let patience = 0;
  signal.addEventListener('abort', () => cancel?.());

  function ran(): void {
    cancel = null;
    run();
  }

  return {
    schedule({ after, within }) {
      if (signal.aborted || (cancel && patience <= after + within)) return;
      cancel?.();
      patience = after + within;
      const wait = () => {
        const id = window.requestIdleCallback(ran, { timeout: within });
        cancel = () => window.cancelIdleCallback(id);
      };
      const id = window.setTimeout(wait, after);
      cancel = () => window.clearTimeout(id);
    },
  };
}
