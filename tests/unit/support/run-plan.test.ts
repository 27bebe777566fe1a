import { describe, expect, it } from 'vitest';
import { planRuns } from '@/tests/support/run-plan';

const argsOf = (...told: string[]) => planRuns(told).map(({ args }) => args);

describe('what `npm test` starts', () => {
  it('is all tests, once each: browsers’, and beside them the others, which come second', () => {
    expect(planRuns([])).toEqual([
      { args: ['run', '--project=e2e'], behindBrowsers: false },
      { args: ['run', '--project=!e2e', '--project=!soak'], behindBrowsers: true },
    ]);
  });

  it.each([[['tests/unit/ui']], [['outbox', '-t', 'a note that leaves']], [['-t', 'project']]])(
    'is both where only some tests are named, which may be none of the one: %j',
    (told) => {
      expect(argsOf(...told)).toEqual([
        ['run', '--project=e2e', '--passWithNoTests', ...told],
        ['run', '--project=!e2e', '--project=!soak', '--passWithNoTests', ...told],
      ]);
    },
  );

  it.each([
    [['--project', 'unit']],
    [['--project=unit', '--project=repo']],
    [['tests/unit/ui', '--project', 'unit']],
    [['--project=soak', '--reporter=json']],
  ])('is one process where projects are named, and these alone: %j', (told) => {
    expect(argsOf(...told)).toEqual([['run', ...told]]);
  });

  it.each([[['--reporter', 'json']], [['--reporter=verbose', 'tests/unit/ui']]])(
    'is one process for one report: %j',
    (told) => {
      expect(argsOf(...told)).toEqual([['run', '--project=!soak', ...told]]);
    },
  );

  it.each([[['--help']], [['-h']], [['--version']], [['-v']], [['--project=unit', '--help']]])(
    'is no test where Vitest is asked about itself: %j',
    (told) => {
      expect(argsOf(...told)).toEqual([told]);
    },
  );
});
