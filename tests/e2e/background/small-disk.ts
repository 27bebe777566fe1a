import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A file system of its own, in memory. */
export type SmallDisk = {
  folder: string;
  /** leaves not one page of it free */
  fill(): Promise<void>;
  makeRoom(): Promise<void>;
  remove(): Promise<void>;
};

/** @returns null where this user may not mount */
export async function mountSmallDisk(megabytes: number): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), 'heed-small-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  } catch {
    await removeFolder();
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    async fill() {
      const file = await open(ballast, 'a');
      try {
        for (const size of [1 << 20, 1 << 12]) {
          const bytes = new Uint8Array(size);
          for (let full = false; !full; ) full = (await file.write(bytes).catch(() => null)) === null;
        }
      } finally {
        await file.close();
      }
    },
    makeRoom: () => rm(ballast),
    async remove() {
      await run('umount', ['--lazy', folder]);
      await removeFolder();
    },
  };
}
