import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import prepareTypes from '../repo/prepare-types';
import { type Counts, readClosingLine } from './counts';
import { type Ended, endingOf, type Interruption } from './run-ending';
import { type PlannedRun, planRuns } from './run-plan';

/**
 * A third of the processor where the browsers want all of it. More, and pages are slow; much less, and what has to wait
 * its turn on a busy computer runs out of time.
 */
const BEHIND = 3;

let interruptedBy: Interruption | null = null;

/** By its own file: a shell between would keep signals and priority to itself, and take arguments apart. */
function startVitest(args: readonly string[], output: 'inherit' | 'pipe'): ChildProcess {
  const child = spawn(process.execPath, [resolve('node_modules/vitest/vitest.mjs'), ...args], {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  });
  // Until it has cleaned up, this process stays.
  const interrupt = (signal: Interruption) => {
    interruptedBy = signal;
    // A terminal's Ctrl+C reaches the child by itself, and a second one would cut short what it cleans up.
    if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return child;
}

async function exitCode(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** Whole lines, so that two runs beside each other stay readable. */
function passOn(from: Readable | null, to: NodeJS.WriteStream, isHeldBack: (line: string) => boolean) {
  if (from) createInterface(from).on('line', (line) => isHeldBack(line) || to.write(`${line}\n`));
}

async function runBesideOthers({ args, behindBrowsers }: PlannedRun): Promise<Ended> {
  const child = startVitest(args, 'pipe');
  if (behindBrowsers && child.pid !== undefined) setPriority(child.pid, BEHIND);
  let counts: Counts | null = null;
  passOn(child.stdout, process.stdout, (line) => {
    const closing = readClosingLine(line);
    counts = closing ?? counts;
    return closing !== null;
  });
  passOn(child.stderr, process.stderr, () => false);
  const closed = once(child, 'close');
  const code = await exitCode(child);
  // What a test left behind may hold the output open for ever.
  await Promise.race([closed, sleep(5000)]);
  return { code, counts };
}

/** It writes for itself, its closing line too. */
async function runAlone({ args }: PlannedRun): Promise<number> {
  const code = await exitCode(startVitest(args, 'inherit'));
  if (interruptedBy === null) return code ?? 1;
  const ending = endingOf([], interruptedBy);
  process.stdout.write(`${ending.line}\n`);
  return ending.code;
}

async function runTogether(runs: readonly PlannedRun[]): Promise<number> {
  // Three seconds: in a fresh clone both would write these types at the same time. What is there already nobody rewrites.
  prepareTypes();
  const ending = endingOf(await Promise.all(runs.map(runBesideOthers)), interruptedBy);
  process.stdout.write(`${ending.line}\n`);
  return ending.code;
}

const [first, ...more] = planRuns(process.argv.slice(2));
if (first) process.exit(more.length > 0 ? await runTogether([first, ...more]) : await runAlone(first));
