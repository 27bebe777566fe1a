import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./postgres-process.ts', import.meta.url));

/** A real PostgreSQL of its own, from its npm package; `url` is an administrator's. */
export async function runPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => Promise.reject(new Error('the PostgreSQL of the tests did not start'))),
  ]);
  return {
    url: String(line[0]),
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
