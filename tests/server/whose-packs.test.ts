import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, systemClock } from '@/lib/platform/clock';
import { bucketPacks } from '@/server/snapshot/bucket-packs';
import { buildSnapshot } from '@/server/snapshot/build-snapshot';
import { claimPacks } from '@/server/snapshot/claim-packs';
import { folderPacks } from '@/server/snapshot/folder-packs';
import { forgetOrphans } from '@/server/snapshot/forget-orphans';
import type { PackStore } from '@/server/snapshot/pack-store';
import { startServer } from '@/server/start-server';
import { pglite } from './support/databases';
import { openStore, type StoreOnDatabase } from './support/open-store';
import { silentLog, storeOptions } from './support/test-store';

const MARKER = 'whose-packs';
const credentials = { keyId: 'S3RVER', secret: 'S3RVER', region: 'us-east-1' };

describe('packs', () => {
  let mine: StoreOnDatabase;
  let theirs: StoreOnDatabase;
  let s3: S3rver;
  let port: number;
  beforeAll(async () => {
    mine = await openStore(pglite);
    theirs = await openStore(pglite);
    const directory = join(mine.dataDir, 's3');
    const configureBuckets = [{ name: 'packs', configs: [] }];
    s3 = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets });
    ({ port } = await s3.run());
  });
  afterAll(async () => {
    await s3.close();
    await mine.discard();
    await theirs.discard();
  });

  const places: [string, () => PackStore][] = [
    ['a folder', () => folderPacks(join(mine.dataDir, 'packs'))],
    ['a bucket', () => bucketPacks({ url: `http://127.0.0.1:${port}/packs/heed`, ...credentials })],
  ];

  it.each(places)('in %s are the store’s that came first, and no other’s', async (_name, open) => {
    const packs = open();
    await claimPacks({ db: mine.db, packs });
    await claimPacks({ db: mine.db, packs });
    const refused = claimPacks({ db: theirs.db, packs });
    await expect(refused).rejects.toThrow(packs.place);
    await expect(refused).rejects.toThrow('HEED_DATA, or HEED_BUCKET_URL');
    await claimPacks({ db: mine.db, packs });

    await packs.remove(MARKER);
    await claimPacks({ db: theirs.db, packs });
    await expect(claimPacks({ db: mine.db, packs })).rejects.toThrow('another store’s');
    await packs.remove(MARKER);
  });

  it('of two stores that come at once are one’s alone', async () => {
    const packs = folderPacks(join(mine.dataDir, 'raced'));
    const ends = await Promise.allSettled([mine, theirs].map(({ db }) => claimPacks({ db, packs })));
    const later = await Promise.allSettled([mine, theirs].map(({ db }) => claimPacks({ db, packs })));
    expect(later.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.filter((end) => end.status === 'fulfilled').length).toBeGreaterThan(0);
  });

  it('are not deleted by a store that shares their folder, however old they are', async () => {
    const folder = join(mine.dataDir, 'shared');
    const packs = folderPacks(folder);
    const now = systemClock.now();
    await claimPacks({ db: mine.db, packs });
    await buildSnapshot({ db: mine.db, packs, now });
    await buildSnapshot({ db: theirs.db, packs: folderPacks(join(theirs.dataDir, 'packs')), now });
    const there = readdirSync(folder);
    expect(there.length).toBeGreaterThan(1);
    for (const name of there) utimesSync(join(folder, name), now, new Date(now.getTime() - 2 * DAY));
    await expect(forgetOrphans({ db: theirs.db, packs, now })).rejects.toThrow('another store’s');
    expect(readdirSync(folder)).toEqual(there);
  });

  it('of another store keep this one from starting, until it has a place of its own', async () => {
    const database = await pglite.create();
    const options = storeOptions(database);
    await (await startServer(options)).close();
    const marker = join(database.dataDir, 'packs', MARKER);
    writeFileSync(marker, 'another');
    await expect(startServer(options)).rejects.toThrow(join(database.dataDir, 'packs'));
    rmSync(marker);
    await (await startServer(options)).close();
    await database.drop();
  });

  it('in a bucket that does not answer keep no store from starting', async () => {
    const database = await pglite.create();
    const warned: object[] = [];
    const url = 'http://127.0.0.1:1/packs';
    const server = await startServer({
      ...storeOptions(database),
      bucket: { url, ...credentials },
      log: { ...silentLog, warn: (fields) => warned.push(fields) },
    });
    await server.close();
    expect(warned).toContainEqual({ place: url });
    await database.drop();
  });
});
