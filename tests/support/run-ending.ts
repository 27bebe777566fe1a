import { constants } from 'node:os';
import { addCounts, type Counts, closingLine } from './counts';

/** How a Vitest process ended; `counts` is null where it didn't come to its closing line. */
export type Ended = { code: number | null; counts: Counts | null };
export type Interruption = 'SIGINT' | 'SIGTERM';

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };
/** What ended without its closing line has failed, whatever it said before. */
const UNTOLD: Counts = { ...NONE, failed: 1 };

function countsOf({ code, counts }: Ended): Counts {
  const told = counts ?? UNTOLD;
  return code !== 0 && told.failed === 0 ? addCounts(told, UNTOLD) : told;
}

/** The last line of all that ran, and the code to exit with. Nothing is counted of what was cut short. */
export function endingOf(runs: readonly Ended[], by: Interruption | null): { line: string; code: number } {
  // As a shell tells of whatever a signal ended.
  if (by !== null) return { line: 'interrupted', code: 128 + constants.signals[by] };
  const counts = runs.map(countsOf).reduce(addCounts, NONE);
  const somethingRan = counts.passed + counts.skipped > 0;
  return { line: closingLine(counts), code: somethingRan && counts.failed === 0 ? 0 : 1 };
}
