import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** an administrator's connection to a real PostgreSQL, in which each test makes databases of its own */
    postgresUrl: string;
  }
}

const script = fileURLToPath(new URL('./postgres-process.ts', import.meta.url));

/** One PostgreSQL for the whole run: the one given in `HEED_TEST_PG_URL`, else the one that comes as an npm package. */
export default async function startPostgres(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.HEED_TEST_PG_URL;
  if (given) {
    project.provide('postgresUrl', given);
    return undefined;
  }
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => Promise.reject(new Error('the PostgreSQL of the tests did not start'))),
  ]);
  project.provide('postgresUrl', String(line[0]));
  return async () => {
    child.stdin.end();
    await ended;
  };
}
