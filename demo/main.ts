import { type DemoOptions, readOptions, USAGE } from './options';
import { runDemo } from './run-demo';
import { createShutdown } from './shutdown';

const print = (line: string) => console.log(line);

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @returns the exit code: 0 when all went as it should, 130 after Ctrl+C, 1 for anything else */
export async function main(args: string[]): Promise<number> {
  let options: DemoOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${describe(error)}\n\n${USAGE}`);
    return 1;
  }
  const shutdown = createShutdown((error) => console.error(`While ending: ${describe(error)}`));
  let interrupted = false;
  const stop = new AbortController();
  const interrupt = () => {
    if (interrupted) process.exit(130); // the second time: at once
    interrupted = true;
    print('\nEnding what was started …');
    stop.abort();
    void shutdown.run();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    return (await runDemo(options, { shutdown, print, stop: stop.signal })) ? 0 : 1;
  } catch (error) {
    if (interrupted) return 130;
    console.error(describe(error));
    return 1;
  } finally {
    await shutdown.run();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
}
