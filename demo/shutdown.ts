/** What was started, to be ended in the opposite order; once, whoever asks. */
export type Shutdown = {
  /** @param end called when everything that was added later has ended */
  add(end: () => Promise<unknown> | unknown): void;
  run(): Promise<void>;
};

export function createShutdown(report: (error: unknown) => void): Shutdown {
  const ends: (() => Promise<unknown> | unknown)[] = [];
  let running: Promise<void> | null = null;
  async function endAll(): Promise<void> {
    for (let end = ends.pop(); end; end = ends.pop()) {
      try {
        await end();
      } catch (error) {
        report(error);
      }
    }
  }
  return {
    add: (end) => ends.push(end),
    run: () => {
      running ??= endAll();
      return running;
    },
  };
}
