import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@/server/db/open-database';

const PATH = 'HEED_TEST_RUN_FOLDER';
const CLUSTER = 'pglite';

/** What is made once for a whole run of tests lies here; null outside of one. */
export const runFolder = (): string | null => process.env[PATH] ?? null;

/**
 * Vitest's global setup: a folder for what many tests begin with, and in it a new cluster of the embedded database, with
 * the store's empty tables. Making one takes five seconds, a copy one.
 */
export default async function makeRunFolder(): Promise<() => void> {
  if (runFolder() !== null) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'heed-run-'));
  const database = await openDatabase({ dataDir: folder });
  await database.close();
  process.env[PATH] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Puts a new cluster where a store in `dataDir` looks for its database. Outside of a run it makes its own. */
export function putNewCluster(dataDir: string): void {
  const folder = runFolder();
  if (folder !== null) cpSync(join(folder, CLUSTER), join(dataDir, CLUSTER), { recursive: true });
}

/**
 * Fills an empty folder with what `make` puts into one. It is made once for a whole run of tests and copied from then on.
 * Two files at once would make it in the same place: whoever calls this is in a project that runs one file at a time.
 * @param name by which it is known in this run: whatever it depends on belongs into it
 */
export async function putMadeOnce(
  dir: string,
  name: string,
  make: (dir: string) => Promise<void>,
): Promise<void> {
  const folder = runFolder();
  if (folder === null) return make(dir);
  const made = join(folder, name);
  if (!existsSync(made)) {
    const coming = `${made}.new`;
    // What a `make` that failed has left is half of something.
    rmSync(coming, { recursive: true, force: true });
    await make(coming);
    renameSync(coming, made);
  }
  cpSync(made, dir, { recursive: true });
}
