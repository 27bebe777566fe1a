/** A Vitest process, told `args`. */
export type PlannedRun = {
  args: readonly string[];
  /** it takes only what the browsers leave of the processor */
  behindBrowsers: boolean;
};

const names = (told: readonly string[], ...options: string[]) =>
  told.some((arg) => options.some((option) => arg === option || arg.startsWith(`${option}=`)));

const alone = (...args: string[]): PlannedRun[] => [{ args, behindBrowsers: false }];

/**
 * Which Vitest processes `npm test -- …told` starts. Two beside each other: a browser's test waits for much of its time,
 * and leaves one of two cores idle. One where the two would do something else than what was asked for.
 */
export function planRuns(told: readonly string[]): PlannedRun[] {
  // `vitest run --version` runs all tests.
  if (names(told, '--help', '-h', '--version', '-v')) return alone(...told);
  // Projects that are named twice add up: both would run these, and their own.
  if (names(told, '--project')) return alone('run', ...told);
  // Another reporter writes one report, to one place.
  if (names(told, '--reporter')) return alone('run', '--project=!soak', ...told);
  // What is told may be a file that only one of the two has.
  const some = told.length > 0 ? ['--passWithNoTests', ...told] : [];
  return [
    { args: ['run', '--project=e2e', ...some], behindBrowsers: false },
    { args: ['run', '--project=!e2e', '--project=!soak', ...some], behindBrowsers: true },
  ];
}
