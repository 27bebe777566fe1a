import { type DemoOptions, readOptions, USAGE } from './options';
import { runDemo } from './run-demo';
import { createShutdown } from './shutdown';

const INTERRUPTED = 130;
const print = (line: string) => console.log(line);

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Ctrl+C reaches us more than once: from the terminal, and again from npm or tsx, who pass it on. */
const ONE_KEYSTROKE = 1500;

/** The first signal ends things in order, a later one at once. */
function onInterrupt(end: () => void): () => void {
  let first: number | null = null;
  return () => {
    if (first === null) {
      first = performance.now();
      end();
    } else if (performance.now() - first > ONE_KEYSTROKE) process.exit(INTERRUPTED);
  };
}

/** @returns the exit code: 0 when all went as it should, 130 when Ctrl+C cut it short, 1 for anything else */
export async function main(args: string[]): Promise<number> {
  let options: DemoOptions | null;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${describe(error)}\n\n${USAGE}`);
    return 1;
  }
  if (!options) {
    print(USAGE);
    return 0;
  }
  const shutdown = createShutdown((error) => console.error(`While ending: ${describe(error)}`));
  const stop = new AbortController();
  const interrupt = onInterrupt(() => {
    print('\nEnding what was started …');
    stop.abort();
    void shutdown.run();
  });
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    const passed = await runDemo(options, { shutdown, print, stop: stop.signal });
    if (passed) return 0;
    return stop.signal.aborted ? INTERRUPTED : 1;
  } catch (error) {
    if (stop.signal.aborted) return INTERRUPTED;
    console.error(describe(error));
    return 1;
  } finally {
    await shutdown.run();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
