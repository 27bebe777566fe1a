import { pglite } from '@/tests/server/support/databases';
import { addKnownCustomer } from '@/tests/server/support/known-customer';
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
  /** a customer that the store knows */
  cardNumber: number;
  inStore(): Promise<InStore[]>;
  /** what reps handed over: each handover, its words, and whose it is by now */
  handedOver(): Promise<{ handoverId: string; summary: string; state: string }[]>;
  /** what reps told a supervisor that looks wrong */
  doubted(): Promise<{ id: string; text: string }[]>;
  /** the store counts anew what a person may do in a day: a thousand runs make more than one rep does */
  anotherDay(): Promise<void>;
  close(): Promise<void>;
};

export async function startQueueWorld(): Promise<QueueWorld> {
  const store = await startTestStore(pglite, { accessTokenSeconds: 6 * 3600 });
  const way = createRoughWay(store.server.url);
  const disk = await openDisk(way.answer);
  const token = (await store.tokenOf('rep')).slice('Bearer '.length);
  const { cardNumber } = await addKnownCustomer(store);
  return {
    ...{ store, disk, way, cardNumber },
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
    async handedOver() {
      const { db } = store.server;
      const rows = await db.selectFrom('handovers').select(['handover_id', 'content', 'state']).execute();
      return rows.map((r) => ({ handoverId: r.handover_id, summary: r.content.summary, state: r.state }));
    },
    async doubted() {
      const { db } = store.server;
      const rows = await db.selectFrom('doubts').select(['doubt_id', 'said']).execute();
      return rows.map((row) => ({ id: row.doubt_id, text: row.said }));
    },
    async anotherDay() {
      await store.server.db.deleteFrom('pace').execute();
    },
    async close() {
      await disk.close();
      await store.stop();
    },
  };
}
