import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lockFolder } from '@/server/db/folder-lock';

const recordSchema = z.object({
  state: z.enum(['filling', 'ready']),
  /** e-mail → password; made for this demo, good for nothing else */
  passwords: z.record(z.string(), z.string()),
});
export type DemoRecord = z.infer<typeof recordSchema>;

const fileOf = (dataDir: string) => join(dataDir, 'demo.json');

/** What an earlier start left in a data folder; null where none did. */
export function readDemoRecord(dataDir: string): DemoRecord | null {
  const file = fileOf(dataDir);
  return existsSync(file) ? recordSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

export function writeDemoRecord(dataDir: string, record: DemoRecord): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(fileOf(dataDir), JSON.stringify(record, null, 2), { mode: 0o600 });
}

/**
 * Empties a data folder that a start was killed in while filling it: only generated or imported rows are in there.
 * @throws Error when a running process has the folder
 */
export function dropHalfFilled(dataDir: string): boolean {
  if (readDemoRecord(dataDir)?.state !== 'filling') return false;
  const unlock = lockFolder(dataDir);
  for (const name of ['pglite', 'demo.json']) rmSync(join(dataDir, name), { recursive: true, force: true });
  unlock();
  return true;
}
