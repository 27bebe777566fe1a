import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import S3rver from 's3rver';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { clockStartingAt, DAY, HOUR } from '@/lib/platform/clock';
import { markDirty } from '@/server/cards/mark-dirty';
import type { Database } from '@/server/db/schema';
import { publishCards } from '@/server/publish/publish-cards';
import { bucketPacks } from '@/server/snapshot/bucket-packs';
import { buildSnapshot } from '@/server/snapshot/build-snapshot';
import { folderPacks } from '@/server/snapshot/folder-packs';
import { forgetOrphans } from '@/server/snapshot/forget-orphans';
import type { PackStore } from '@/server/snapshot/pack-store';
import { readManifest } from '@/server/snapshot/read-manifest';
import { keepSnapshots } from '@/server/snapshot/snapshot-keeper';
import { fillStore } from '../bench/store-of';
import { describeEachDatabase } from './support/databases';
import { openStore, type StoreOnDatabase } from './support/open-store';

const NOW = new Date('2026-11-22T12:00:00Z');
const clock = clockStartingAt(NOW);
const UNFINISHED = '01939000-0000-4000-8000-000000000001.tmp';
const silent = { info() {}, error() {} };

describeEachDatabase('packs that no snapshot names', (kind) => {
  let store: StoreOnDatabase;
  let db: Kysely<Database>;
  let folder: string;
  beforeAll(async () => {
    store = await openStore(kind);
    db = store.db;
    folder = join(store.dataDir, 'packs');
  });
  beforeEach(async () => {
    await store.clear();
    await fillStore(db, 40, NOW);
    await publishCards({ db, clock });
  });
  afterAll(() => store.discard());

  const there = () =>
    readdirSync(folder)
      .filter((name) => name !== 'whose-packs')
      .sort();
  const named = async (packs: PackStore) =>
    ((await readManifest(db, packs))?.packs ?? []).map((pack) => pack.id).sort();
  const age = (name: string, ms: number, now = NOW) => {
    const at = new Date(now.getTime() - ms);
    utimesSync(join(folder, name), at, at);
  };
  /** A snapshot that dies when it has written all its packs but one. */
  const dieWriting = async (packs: PackStore) => {
    let left = 1;
    const doomed: PackStore = {
      ...packs,
      async put(id, bytes) {
        left -= 1;
        if (left < 0) throw new Error('killed');
        await packs.put(id, bytes);
      },
    };
    await expect(buildSnapshot({ db, packs: doomed, now: NOW })).rejects.toThrow('killed');
  };
  const changeAll = async () => {
    const rows = await db.selectFrom('customers').select('customer_id').execute();
    await db.updateTable('customers').set({ tier: 'Platinum' }).execute();
    await markDirty(
      db,
      rows.map((row) => row.customer_id),
      NOW,
    );
    await publishCards({ db, clock });
  };

  it('are deleted a day after they were written, with what was not written to its end', async () => {
    const packs = folderPacks(folder);
    await dieWriting(packs);
    await changeAll();
    await buildSnapshot({ db, packs, now: NOW });
    writeFileSync(join(folder, UNFINISHED), 'half a pack');
    writeFileSync(join(folder, 'README'), 'not ours');
    const kept = await named(packs);
    const orphans = there().filter((name) => !kept.includes(name) && name !== 'README');
    expect(orphans).toHaveLength(2);

    for (const name of there()) age(name, DAY - HOUR);
    await forgetOrphans({ db, packs, now: NOW });
    expect(there()).toEqual([...kept, ...orphans, 'README'].sort());
    for (const name of there()) age(name, DAY);
    await forgetOrphans({ db, packs, now: NOW });
    expect(there()).toEqual([...kept, 'README'].sort());
  });

  it('are not those of a superseded snapshot that is still kept', async () => {
    const packs = folderPacks(folder);
    await buildSnapshot({ db, packs, now: NOW });
    await changeAll();
    await buildSnapshot({ db, packs, now: NOW });
    const all = there();
    expect(all.length).toBeGreaterThan((await named(packs)).length);
    for (const name of all) age(name, 9 * DAY);
    await forgetOrphans({ db, packs, now: NOW });
    expect(there()).toEqual(all);
  });

  it('are left alone while there is no snapshot that could name them', async () => {
    const packs = folderPacks(folder);
    await buildSnapshot({ db, packs, now: NOW });
    const all = there();
    for (const name of all) age(name, 9 * DAY);
    await db.deleteFrom('snapshots').execute();
    await forgetOrphans({ db, packs, now: NOW });
    expect(there()).toEqual(all);
  });

  it('are deleted by a store that starts, as after one that was put back', async () => {
    const packs = folderPacks(folder);
    await buildSnapshot({ db, packs, now: NOW });
    await db.deleteFrom('snapshots').execute();
    await changeAll();
    const old = there();
    for (const name of old) age(name, 2 * DAY, new Date());
    const stop = keepSnapshots({
      db,
      packs,
      databaseKind: kind.embedded ? 'pglite' : 'postgres',
      log: silent,
    });
    await stop();
    expect(there()).toEqual(await named(packs));
    expect(there()).not.toEqual(old);
  });

  it('are deleted from a bucket too, and a bucket that can’t be listed keeps no snapshot from being made', async () => {
    const configureBuckets = [{ name: 'packs', configs: [] }];
    const directory = join(store.dataDir, 's3');
    const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets });
    const { port } = await server.run();
    const credentials = { keyId: 'S3RVER', secret: 'S3RVER', region: 'us-east-1' };
    const packs = bucketPacks({ url: `http://127.0.0.1:${port}/packs/heed`, ...credentials });
    const ids = async () => (await packs.list()).map((pack) => pack.id).sort();
    await dieWriting(packs);
    await changeAll();
    const errors: object[] = [];
    const unlisted: PackStore = {
      ...packs,
      list: bucketPacks({ url: `http://127.0.0.1:${port}/nowhere`, ...credentials }).list,
    };
    const log = { ...silent, error: (fields: object) => errors.push(fields) };
    await keepSnapshots({
      ...{ db, packs: unlisted, log },
      databaseKind: kind.embedded ? 'pglite' : 'postgres',
    })();
    const kept = await named(packs);
    expect([kept.length, errors]).toEqual([2, [{ code: 'Error' }]]);
    expect(await ids()).toHaveLength(3);
    await forgetOrphans({ db, packs, now: new Date(Date.now() + HOUR) });
    expect(await ids()).toHaveLength(3);
    await forgetOrphans({ db, packs, now: new Date(Date.now() + DAY + HOUR) });
    expect(await ids()).toEqual(kept);
    await server.close();
  });
});
