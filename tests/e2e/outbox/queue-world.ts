import { pglite } from '@/tests/server/support/databases';
import { startTestStore, type TestStore } from '@/tests/server/support/test-store';
import { createRoughWay, type RoughWay } from '@/tests/support/rough-way';
import { type Disk, openDisk } from '../background/disk-page';
import type { Who } from './queue-notes';

/** What the store has of a note. */
export type InStore = { noteId: string; summary: string; version: number; authorId: string };

/** A real store, a rep's real browser with a disk, and the way between them. */
export type QueueWorld = {
  store: TestStore;
  disk: Disk;
  way: RoughWay;
  who: Who;
  inStore(): Promise<InStore[]>;
  close(): Promise<void>;
};

export async function startQueueWorld(): Promise<QueueWorld> {
  const store = await startTestStore(pglite, { accessTokenSeconds: 6 * 3600 });
  const way = createRoughWay(store.server.url);
  const disk = await openDisk(way.answer);
  const token = (await store.tokenOf('rep')).slice('Bearer '.length);
  return {
    ...{ store, disk, way },
    who: { userId: `store ${store.users.rep}`, token },
    async inStore() {
      const rows = await store.server.db
        .selectFrom('notes')
        .select(['note_id', 'content', 'version', 'author_id'])
        .execute();
      return rows.map((row) => ({
        noteId: row.note_id,
        summary: row.content.summary,
        version: row.version,
        authorId: row.author_id,
      }));
    },
    async close() {
      await disk.close();
      await store.stop();
    },
  };
}
