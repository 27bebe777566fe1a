import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackStore } from './pack-store';

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Packs in a folder of this machine: for one store process, or several that share the folder. */
export function folderPacks(folder: string): PackStore {
  const pathOf = (id: string) => join(folder, id);
  return {
    async put(id, bytes) {
      await mkdir(folder, { recursive: true });
      // Under its own name only once all of it is on disk: a killed store leaves no half pack that looks whole.
      const unfinished = join(folder, `${randomUUID()}.tmp`);
      const file = await open(unfinished, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, pathOf(id));
    },
    async get(id) {
      try {
        return new Uint8Array(await readFile(pathOf(id)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async has(id) {
      try {
        await access(pathOf(id));
        return true;
      } catch (error) {
        if (isMissing(error)) return false;
        throw error;
      }
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    urlOf: async () => null,
  };
}
