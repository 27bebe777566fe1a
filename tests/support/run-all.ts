import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { addCounts, type Counts, closingLine, readClosingLine } from './counts';

/** What ended without its closing line has failed, whatever it said before. */
const UNTOLD: Counts = { passed: 0, failed: 1, skipped: 0 };

/** What `npm test --` is told to run; then one of the two may have none of it. */
const told = process.argv.slice(2);
const onlySome = told.length > 0 ? ['--passWithNoTests', ...told] : [];

function startVitest(args: readonly string[]) {
  const child = spawn('vitest', ['run', ...args, ...onlySome], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
    shell: process.platform === 'win32', // vitest is a .cmd file there
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return child;
}

/**
 * A third of the processor where the browsers want all of it. More, and pages are slow; much less, and what has to wait
 * its turn on a busy computer runs out of time.
 */
const BEHIND = 3;

type Run = ReturnType<typeof startVitest>;

/** Whole lines, so that two runs beside each other stay readable. */
async function outcomeOf(run: Run): Promise<Counts> {
  let counts: Counts | null = null;
  createInterface(run.stdout).on('line', (line) => {
    const closing = readClosingLine(line);
    if (closing === null) process.stdout.write(`${line}\n`);
    counts = closing ?? counts;
  });
  createInterface(run.stderr).on('line', (line) => process.stderr.write(`${line}\n`));
  const closed = once(run, 'close');
  const [code] = (await once(run, 'exit')) as [number | null];
  // What a test left behind may hold the output open for ever.
  await Promise.race([closed, sleep(5000)]);
  const ended = counts ?? UNTOLD;
  return code !== 0 && ended.failed === 0 ? addCounts(ended, UNTOLD) : ended;
}

/*
 * A browser's test waits for much of its time, and leaves one of two cores idle. Everything else runs beside it, and takes
 * only what the browsers leave: a slow page is what tests would stumble over.
 */
const browsers = startVitest(['--project=e2e']);
const others = startVitest(['--project=!e2e', '--project=!soak']);
if (others.pid !== undefined) setPriority(others.pid, BEHIND);
// A terminal's Ctrl+C reaches both of them: this one stays until they have cleaned up.
process.on('SIGINT', () => {});
const [ofBrowsers, ofOthers] = await Promise.all([outcomeOf(browsers), outcomeOf(others)]);
const counts = addCounts(ofBrowsers, ofOthers);
process.stdout.write(`${closingLine(counts)}\n`);
const somethingRan = counts.passed + counts.skipped > 0;
process.exit(somethingRan && counts.failed === 0 ? 0 : 1);
