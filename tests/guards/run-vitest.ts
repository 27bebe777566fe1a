import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import type { Guard } from './guard';

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

export type TestResult = { file: string; name: string; passed: boolean };
/** The tests that ran; `output` is what else there was to read. */
export type Ran = { results: TestResult[]; output: string };

type Selection = Pick<Guard, 'tests' | 'project' | 'named'>;

/** Longer than any of these tests takes by itself: a removed guard may leave one turning in circles. */
const LIMIT_MS = 10 * 60_000;
/** All of them together, with every guard in place. */
const LIMIT_OF_ALL_MS = 90 * 60_000;

function readReport(path: string): TestResult[] {
  if (!existsSync(path)) return [];
  const { testResults } = reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  return testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({ file, name: fullName, passed: status === 'passed' })),
  );
}

/**
 * Runs some of a checkout's tests. A file that can't be loaded, or a hook that fails, gives no results: tests that
 * didn't run have noticed nothing.
 * @param stopAtFirst the first failure says enough
 */
export async function runVitest(folder: string, select: Selection, stopAtFirst: boolean): Promise<Ran> {
  const report = join(folder, '..', 'report.json');
  rmSync(report, { force: true });
  const bin = join(folder, 'node_modules', '.bin');
  const args = ['run', '--project', select.project, '--reporter=json', `--outputFile=${report}`];
  if (stopAtFirst) args.push('--bail=1');
  if (select.named !== undefined) args.push('--testNamePattern', select.named);
  const child = spawn(
    process.execPath,
    [join(folder, 'node_modules/vitest/vitest.mjs'), ...args, ...select.tests],
    {
      cwd: folder,
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: stopAtFirst ? LIMIT_MS : LIMIT_OF_ALL_MS,
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  await once(child, 'close');
  return { results: readReport(report), output };
}
