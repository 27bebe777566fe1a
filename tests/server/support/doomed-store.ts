import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from './databases';

const script = fileURLToPath(new URL('./die-after-commit.ts', import.meta.url));

/** A store in a process of its own, see `die-after-commit`. */
export type DoomedStore = {
  url: string;
  /** resolves with the signal that ended it */
  died(): Promise<string | null>;
  kill(): void;
};

async function firstLineOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the child has no output');
  const [line] = (await once(createInterface(stdout), 'line')) as [string];
  return line;
}

/** Starts a store on this database that dies when it has committed a mutation and not answered yet. */
export async function startDoomedStore({ dataDir, databaseUrl }: TestDatabase): Promise<DoomedStore> {
  const args = ['--import', 'tsx', script, dataDir, ...(databaseUrl === undefined ? [] : [databaseUrl])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return {
    url: await firstLineOf(child),
    async died() {
      if (child.signalCode === null && child.exitCode === null) await once(child, 'exit');
      return child.signalCode;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
