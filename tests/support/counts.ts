/** How many tests of a run came to which end. */
export type Counts = { passed: number; failed: number; skipped: number };

const CLOSING_LINE = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;

/** The line that a run ends with: `N passed, N failed`. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @returns null where it is any other line */
export function readClosingLine(line: string): Counts | null {
  const [, passed, failed, skipped = '0'] = CLOSING_LINE.exec(line) ?? [];
  if (passed === undefined) return null;
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped) };
}

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
