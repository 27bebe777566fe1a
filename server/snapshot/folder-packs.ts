import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PACK_NAME, type PackStore, type StoredPack } from './pack-store';

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const UNFINISHED = /^[0-9a-f-]{36}\.tmp$/;

async function listFolder(folder: string): Promise<StoredPack[]> {
  const listed: StoredPack[] = [];
  try {
    for (const id of await readdir(folder))
      if (PACK_NAME.test(id) || UNFINISHED.test(id))
        listed.push({ id, writtenAt: (await stat(join(folder, id))).mtime });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return listed;
}

/** Packs in a folder of this machine: for one store process, or several that share the folder. */
export function folderPacks(folder: string): PackStore {
  const pathOf = (id: string) => join(folder, id);
  return {
    place: folder,
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
    list: () => listFolder(folder),
    remove: (id) => rm(pathOf(id), { force: true }),
    urlOf: async () => null,
  };
}
