import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function run(command: string, args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

describe('checks', { timeout: 600_000 }, () => {
  it.each(['tsconfig.json', 'server/tsconfig.json', 'cli/tsconfig.json', 'tests/tsconfig.json'])(
    '%s has no type error',
    (project) => {
      expect(run('tsc', ['--project', project])).toEqual({ status: 0, output: '' });
    },
  );

  it('Biome finds nothing to format or mend', () => {
    const { status, output } = run('biome', ['ci', '--colors=off', '--error-on-warnings', '.']);
    expect(status, output).toBe(0);
  });
});
