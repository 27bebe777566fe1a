import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { clockStartingAt, DAY } from '@/lib/platform/clock';
import { decodeCardBlock } from '@/lib/protocol/card-block';
import { decodeKeyBucket } from '@/lib/protocol/key-bucket';
import { manifestSchema } from '@/lib/protocol/manifest';
import { openBlock } from '@/lib/protocol/seal-block';
import { markDirty } from '@/server/cards/mark-dirty';
import type { Database } from '@/server/db/schema';
import { publishCards } from '@/server/publish/publish-cards';
import { readBlocks } from '@/server/publish/read-blocks';
import { readPage } from '@/server/publish/read-page';
import { rescoreAll } from '@/server/rescore-all';
import { buildSnapshot } from '@/server/snapshot/build-snapshot';
import { folderPacks } from '@/server/snapshot/folder-packs';
import { forgetSuperseded } from '@/server/snapshot/forget-superseded';
import { isSnapshotDue } from '@/server/snapshot/is-snapshot-due';
import type { PackStore } from '@/server/snapshot/pack-store';
import { readManifest } from '@/server/snapshot/read-manifest';
import { fillStore } from '../bench/store-of';
import { contentOf, follow, newReader, readSnapshot, sourceOf } from './support/book-reader';
import { describeEachDatabase } from './support/databases';
import { openStore, type StoreOnDatabase } from './support/open-store';

const NOW = new Date('2026-11-22T12:00:00Z');
const clock = clockStartingAt(NOW);
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

describeEachDatabase('the book', (kind) => {
  let store: StoreOnDatabase;
  let db: Kysely<Database>;
  let packs: PackStore;
  beforeAll(async () => {
    store = await openStore(kind);
    db = store.db;
    packs = folderPacks(join(store.dataDir, 'packs'));
  });
  beforeEach(() => store.clear());
  afterAll(() => store.discard());

  const publish = () => publishCards({ db, clock });
  const snapshot = (now = NOW) => buildSnapshot({ db, packs, now });
  const due = async (now = NOW, atStart = false) =>
    (await isSnapshotDue({ db, packs, now }, { atStart })) === 'due';
  const manifest = async () => {
    const newest = await readManifest(db, packs);
    if (!newest) throw new Error('there is no book yet');
    return newest;
  };
  const customerIds = async (count: number) => {
    const rows = await db
      .selectFrom('customers')
      .select('customer_id')
      .orderBy('customer_id')
      .limit(count)
      .execute();
    return rows.map((row) => row.customer_id);
  };
  const change = async (count: number, tier: string) => {
    const ids = await customerIds(count);
    await db.updateTable('customers').set({ tier }).where('customer_id', 'in', ids).execute();
    await markDirty(db, ids, NOW);
    await publish();
  };
  /** Everything, read from the tables. */
  const published = async () => {
    const reader = newReader();
    const { keys } = await sourceOf(db);
    for (const run of [
      { kind: 'cards', first: 0, count: 32 },
      { kind: 'keys', first: 0, count: 4096 },
    ] as const) {
      const { version, blocks } = await readBlocks(db, keys, run);
      for (const [n, bytes] of blocks.entries()) {
        const contents = await openBlock(keys, { kind: run.kind, n }, bytes);
        if (run.kind === 'cards') reader.cards.set(n, { version, entries: decodeCardBlock(n, contents) });
        else reader.keys.set(n, { version, entries: decodeKeyBucket(n, contents) });
      }
    }
    return contentOf(reader);
  };

  it('is the same by pages from the start, and by a snapshot with the pages after it', async () => {
    await fillStore(db, 2300, NOW);
    await publish();
    await snapshot();
    await change(700, 'Platinum');
    const gone = await customerIds(30);
    await db.deleteFrom('customers').where('customer_id', 'in', gone).execute();
    await markDirty(db, gone, NOW);
    await publish();

    const source = await sourceOf(db);
    const byPages = newReader();
    await follow(source, byPages);
    const bySnapshot = await readSnapshot(source, await manifest(), packs.get);
    await follow(source, bySnapshot);
    for (const reader of [byPages, bySnapshot]) {
      expect(reader.drift).toEqual([]);
      expect(reader.cursor).toBe(3030);
      expect(reader.customers).toBe(2270);
      expect(contentOf(reader)).toEqual(await published());
    }
    expect(contentOf(byPages).cards).toHaveLength(2270);
    expect(contentOf(byPages).keys).toHaveLength(3 * 2270);
  });

  it('is the same by a snapshot that was written while changes were published', async () => {
    await fillStore(db, 300, NOW);
    await publish();
    const busy: PackStore = {
      ...packs,
      async put(id, bytes) {
        // All who are there change, and some are gone with their keys.
        const gone = await customerIds(7);
        await db.deleteFrom('customers').where('customer_id', 'in', gone).execute();
        await markDirty(db, gone, NOW);
        await change(290, id.slice(0, 8));
        await packs.put(id, bytes);
      },
    };
    await buildSnapshot({ db, packs: busy, now: NOW });

    const written = manifestSchema.parse(await manifest());
    const versions = written.packs.map((pack) => pack.version);
    expect(versions).toEqual([300, 597]);
    expect(written.version).toBe(300);
    const source = await sourceOf(db);
    const reader = await readSnapshot(source, written, packs.get);
    await follow(source, reader);
    expect([reader.drift, reader.customers]).toEqual([[], 286]);
    expect(contentOf(reader)).toEqual(await published());
  });

  it('keeps the address and bytes of a pack in which nothing changed', async () => {
    await fillStore(db, 300, NOW);
    await publish();
    await snapshot();
    const first = await manifest();
    await change(10, 'Platinum');
    await snapshot(later(1));
    const second = await manifest();
    const idOf = ({ packs: all }: typeof first, which: string) => all.find((p) => p.kind === which)?.id;
    expect(idOf(second, 'keys')).toBe(idOf(first, 'keys'));
    expect(idOf(second, 'cards')).not.toBe(idOf(first, 'cards'));
    expect([first.version, second.version]).toEqual([300, 310]);
    expect(readdirSync(join(store.dataDir, 'packs')).sort()).toEqual(
      [...new Set([...first.packs, ...second.packs].map((p) => p.id))].sort(),
    );
  });

  it('sends nothing when everybody is scored again and nothing that a rep sees has changed', async () => {
    await fillStore(db, 1200, NOW);
    await publish();
    await rescoreAll({ db, clock });
    const before = await published();
    const reader = newReader();
    await follow(await sourceOf(db), reader);
    await rescoreAll({ db, clock: clockStartingAt(new Date(NOW.getTime() + 60_000)) });
    const page = reader.cursor;
    await follow(await sourceOf(db), reader);
    expect(reader.cursor).toBe(page);
    expect(await published()).toEqual(before);
  });

  it('sends a re-scoring’s changes, and no others', async () => {
    await fillStore(db, 200, NOW);
    await rescoreAll({ db, clock });
    const reader = newReader();
    await follow(await sourceOf(db), reader);
    reader.changes.splice(0);
    const [first = ''] = await customerIds(1);
    // As time does: nobody marks it.
    await db.updateTable('customers').set({ tier: 'Platinum' }).where('customer_id', '=', first).execute();
    await rescoreAll({ db, clock });
    await follow(await sourceOf(db), reader);
    expect(reader.changes).toHaveLength(1);
  });

  it('has no page beyond what there is, of another book, or no longer kept', async () => {
    await fillStore(db, 1000, NOW);
    await publish();
    const { book } = await sourceOf(db);
    expect(await readPage(db, 0, book)).toMatchObject({ full: true });
    const next = await readPage(db, 1, book);
    expect(next).toMatchObject({ full: false });
    expect(await readPage(db, 2, book)).toBeNull();
    expect(await readPage(db, 0, '01939000-0000-4000-8000-000000000001')).toBeNull();
    await db.deleteFrom('delta_pages').execute();
    expect(await readPage(db, 0, book)).toBeNull();
    expect(await readPage(db, 1, book)).toEqual(next);
  });

  it('is written to a snapshot at the start, after many changes, and once a day', async () => {
    expect(await due(NOW, true)).toBe(false);
    await fillStore(db, 20, NOW);
    await publish();
    expect([await due(), await due(NOW, true)]).toEqual([false, true]);
    await snapshot();
    expect([await due(), await due(NOW, true), await due(later(2))]).toEqual([false, false, false]);
    await change(5, 'Platinum');
    expect([await due(), await due(later(0.9)), await due(later(1))]).toEqual([false, false, true]);
    await db.updateTable('publisher_state').set({ last_version: 5021 }).execute();
    expect(await due()).toBe(true);
    await snapshot();
    rmSync(join(store.dataDir, 'packs'), { recursive: true });
    expect([await due(), await due(NOW, true)]).toEqual([false, true]);
  });

  it('gets no snapshot in the middle of a re-scoring or an import, and is asked for it again', async () => {
    await fillStore(db, 20, NOW);
    await publish();
    await snapshot();
    await db.updateTable('publisher_state').set({ last_version: 5021 }).execute();
    const waiting = async (count: number, now = NOW) => {
      await db.deleteFrom('dirty_customers').execute();
      await markDirty(
        db,
        Array.from({ length: count }, (_, n) => String(n)),
        NOW,
      );
      return isSnapshotDue({ db, packs, now }, { atStart: false });
    };
    expect(await waiting(5000)).toBe('due');
    expect([await waiting(5001), await waiting(5001, later(2))]).toEqual(['ask-again', 'ask-again']);
    // Of a large book, a twentieth: more than that is much, less is what comes on any day.
    await db.updateTable('publisher_state').set({ customers: 120_000, last_version: 6021 }).execute();
    expect([await waiting(5001, later(2)), await waiting(6001, later(2))]).toEqual(['due', 'ask-again']);
  });

  it('gets its first snapshot in the middle of an import where there is no other way to have it', async () => {
    await fillStore(db, 20, NOW);
    await publish();
    await db.deleteFrom('delta_pages').execute();
    await markDirty(
      db,
      Array.from({ length: 5001 }, (_, n) => String(n)),
      NOW,
    );
    expect(await due()).toBe(true);
  });

  it('keeps what a rep needs who was away for two weeks, and nothing for ever', async () => {
    await fillStore(db, 1500, NOW);
    await publish();
    await snapshot();
    const first = await manifest();
    await change(1000, 'Platinum');
    await snapshot(later(1));
    const source = await sourceOf(db);

    await forgetSuperseded({ db, packs, now: later(14.9) });
    const away = await readSnapshot(source, first, packs.get);
    await follow(source, away);
    expect(contentOf(away)).toEqual(await published());

    await forgetSuperseded({ db, packs, now: later(15) });
    const kept = await manifest();
    expect(await db.selectFrom('delta_pages').select('page').execute()).toEqual([{ page: 2 }]);
    expect(readdirSync(join(store.dataDir, 'packs')).sort()).toEqual(kept.packs.map((p) => p.id).sort());
    const back = await readSnapshot(source, kept, packs.get);
    await follow(source, back);
    expect(contentOf(back)).toEqual(await published());
  });
});
