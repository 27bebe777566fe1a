import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from './databases';

const script = fileURLToPath(new URL('../../../cli/heed.ts', import.meta.url));

export type CliResult = { code: number | null; out: string; err: string };

type Options = {
  database: TestDatabase;
  env?: Record<string, string>;
  onStderr?: (process: ChildProcess) => void;
};

/** Runs `heed` as a process of its own, with nobody at the terminal. */
export async function runCli(
  args: readonly string[],
  { database, env, onStderr }: Options,
): Promise<CliResult> {
  const { dataDir, databaseUrl } = database;
  const { DATABASE_URL: _url, HEED_PASSWORD: _password, ...outside } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args, '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...outside, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }), ...env },
  });
  if (onStderr) child.stderr.once('data', () => onStderr(child));
  const exited = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await exited) as [number | null];
  return { code, out, err };
}
