import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { clockStartingAt } from '@/lib/platform/clock';
import { openDatabase } from '@/server/db/open-database';
import type { Database } from '@/server/db/schema';
import { publishCards } from '@/server/publish/publish-cards';
import { buildSnapshot } from '@/server/snapshot/build-snapshot';
import { folderPacks } from '@/server/snapshot/folder-packs';
import { asOneBuilder } from '@/server/snapshot/one-builder';
import { PACK_NAME, type PackStore } from '@/server/snapshot/pack-store';
import { keepSnapshots } from '@/server/snapshot/snapshot-keeper';
import { fillStore } from '../bench/store-of';
import { type DatabaseKind, describeEachDatabase, describeEachServer } from './support/databases';
import { openStore, type StoreOnDatabase } from './support/open-store';

const clock = clockStartingAt(new Date('2026-11-22T12:00:00Z'));
const PATIENCE = { timeout: 30_000 };

/** Something that is waited for until it is opened. */
function gate() {
  let resolve = () => {};
  const promise = new Promise<void>((opened) => {
    resolve = opened;
  });
  return { promise, resolve: () => resolve() };
}

/** A store with a snapshot, whose packs were lost. */
function useStoreWithoutPacks(kind: DatabaseKind) {
  let store: StoreOnDatabase;
  let stop = async () => {};
  const folder = () => join(store.dataDir, 'packs');
  const databaseKind = kind.embedded ? ('pglite' as const) : ('postgres' as const);
  const db = (): Kysely<Database> => store.db;
  beforeAll(async () => {
    store = await openStore(kind);
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    await store.clear();
    await fillStore(db(), 30, clock.now());
    await publishCards({ db: db(), clock });
    await buildSnapshot({ db: db(), packs: folderPacks(folder()), now: new Date() });
    rmSync(folder(), { recursive: true });
  });
  afterEach(() => stop());
  return {
    db,
    databaseKind,
    /** the same database, as another process has it */
    openAnother: () => openDatabase({ databaseUrl: store.databaseUrl ?? '' }),
    arePacksThere: () => existsSync(folder()) && readdirSync(folder()).some((name) => PACK_NAME.test(name)),
    start() {
      const packs: PackStore = folderPacks(folder());
      const log = { info() {}, error() {} };
      stop = keepSnapshots({ db: db(), packs, databaseKind, log, every: 50 });
    },
  };
}

describeEachDatabase('packs that are not where they should be', (kind) => {
  const { db, start, arePacksThere } = useStoreWithoutPacks(kind);

  it('are written anew when a store starts', async () => {
    start();
    await vi.waitFor(() => expect(arePacksThere()).toBe(true), PATIENCE);
  });

  it('are written anew when an import that ran at the start is through', async () => {
    await sql`
      insert into dirty_customers (customer_id, mark, marked_at)
      select n::text, 'm', now() from generate_series(1, 5001) n
    `.execute(db());
    start();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(arePacksThere()).toBe(false);
    await db().deleteFrom('dirty_customers').execute();
    await vi.waitFor(() => expect(arePacksThere()).toBe(true), PATIENCE);
  });
});

describeEachServer('several store processes', (kind) => {
  const { db, databaseKind, openAnother, start, arePacksThere } = useStoreWithoutPacks(kind);

  it('look for the packs when the one that was building at their start is through', async () => {
    const building = gate();
    const held = gate();
    const other = asOneBuilder({ db: db(), kind: databaseKind }, () => {
      held.resolve();
      return building.promise;
    });
    await held.promise;
    start();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(arePacksThere()).toBe(false);
    building.resolve();
    await other;
    await vi.waitFor(() => expect(arePacksThere()).toBe(true), PATIENCE);
  });

  it('build one at a time, and the next when it is through or has failed', async () => {
    const another = await openAnother();
    const building = gate();
    let ran = 0;
    const work = async () => {
      ran += 1;
      await building.promise;
      return 'built';
    };
    const fail = async (): Promise<string> => {
      throw new Error('no disk');
    };
    const here = (does = work) => asOneBuilder({ db: db(), kind: databaseKind }, does);
    const there = (does = work) => asOneBuilder({ db: another.db, kind: databaseKind }, does);
    try {
      const both = [here(), there()];
      // Did both run, neither would end before it may.
      expect(await Promise.race(both)).toBeNull();
      // Who was refused may hear of it before the other begins.
      await vi.waitFor(() => expect(ran).toBe(1), PATIENCE);
      building.resolve();
      expect((await Promise.all(both)).filter((end) => end === 'built')).toHaveLength(1);
      await expect(here(fail)).rejects.toThrow('no disk');
      expect(await there()).toBe('built');
      expect(await here()).toBe('built');
    } finally {
      building.resolve();
      await another.close();
    }
  });
});
