import type { Reporter, TestModule } from 'vitest/node';
import { type Counts, closingLine } from './counts';

function count(modules: readonly TestModule[], unhandled: number): Counts {
  const counts: Counts = { passed: 0, failed: unhandled, skipped: 0 };
  for (const module of modules) {
    // A hook that fails keeps its tests from running: they count as skipped, the hook as a failure.
    for (const suite of [module, ...module.children.allSuites()]) counts.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed += 1;
      else if (state === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
  }
  return counts;
}

/** Ends a run with one plain line that a person or a script can read: `N passed, N failed`. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = count(modules, errors.length);
    // The default reporter writes its own summary in the same moment; ours comes last.
    process.once('exit', () => process.stdout.write(`${closingLine(counts)}\n`));
  }
}
