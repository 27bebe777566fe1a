import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const PATH = 'HEED_TEST_NEW_CLUSTER';
const NAME = 'pglite';

/**
 * Vitest's global setup: one new, empty cluster of the embedded database for the whole run. Making one takes seconds, a
 * copy a tenth of one, and every store of a test begins with it.
 */
export default async function makeNewCluster(): Promise<() => void> {
  if (process.env[PATH]) return () => {};
  const folder = mkdtempSync(join(tmpdir(), 'heed-cluster-'));
  const database = await PGlite.create({ dataDir: join(folder, NAME) });
  await database.close();
  process.env[PATH] = join(folder, NAME);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Puts a new cluster where a store in `dataDir` looks for its database. Where there is none to copy, it makes its own. */
export function putNewCluster(dataDir: string): void {
  const from = process.env[PATH];
  if (from) cpSync(from, join(dataDir, NAME), { recursive: true });
}
