type IdleWindow = Pick<Window, 'setTimeout' | 'clearTimeout'> &
  Partial<Pick<Window, 'requestIdleCallback' | 'cancelIdleCallback'>>;

export type IdleTask = {
  /** Runs the task once, when the page has nothing better to do: not before `after`, and at most `within` later (ms). */
  schedule(when: { after: number; within: number }): void;
};

/** One piece of work that many events ask for. Ends with the signal. */
export function createIdleTask(window: IdleWindow, signal: AbortSignal, run: () => void): IdleTask {
  let cancel: (() => void) | null = null;
  signal.addEventListener('abort', () => cancel?.());

  function ran(): void {
    cancel = null;
    run();
  }

  function whenIdle(within: number): void {
    if (!window.requestIdleCallback) {
      ran();
      return;
    }
    const id = window.requestIdleCallback(ran, { timeout: within });
    cancel = () => window.cancelIdleCallback?.(id);
  }

  return {
    schedule({ after, within }) {
      if (cancel || signal.aborted) return;
      if (after === 0 && window.requestIdleCallback) {
        whenIdle(within);
        return;
      }
      const id = window.setTimeout(() => whenIdle(within), after);
      cancel = () => window.clearTimeout(id);
    },
  };
}
