import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Locks of this very process: in a container a restarted store often gets the same process id as the one killed. */
const held = new Set<string>();

function isTaken(file: string): number | null {
  const pid = Number(readFileSync(file, 'utf8'));
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (pid === process.pid) return held.has(file) ? pid : null;
  return isRunning(pid) ? pid : null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function writePid(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a folder for this process. PGlite itself would let two processes write the same files and ruin them. The lock
 * of a process that is no more is taken over.
 * @returns gives the folder back
 * @throws Error that names the folder, the process that has it, and the remedy
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(realpathSync(folder), 'heed.pid');
  if (!writePid(file)) {
    const pid = isTaken(file);
    if (pid !== null) {
      throw new Error(
        `The data folder ${folder} is in use by process ${pid}. Stop that one, choose another folder with ` +
          'HEED_DATA, or set DATABASE_URL to a PostgreSQL server that several processes can share.',
      );
    }
    rmSync(file, { force: true });
    if (!writePid(file)) throw new Error(`The data folder ${folder} was taken by another process just now.`);
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}
