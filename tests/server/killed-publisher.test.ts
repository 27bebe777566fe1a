import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { markDirty } from '@/server/cards/mark-dirty';
import { folderPacks } from '@/server/snapshot/folder-packs';
import { readManifest } from '@/server/snapshot/read-manifest';
import { fillStore } from '../bench/store-of';
import { contentOf, follow, newReader, readSnapshot, sourceOf } from './support/book-reader';
import { describeEachServer } from './support/databases';
import { openStore, type StoreOnDatabase } from './support/open-store';

const NOW = new Date('2026-11-22T12:00:00Z');
const script = fileURLToPath(new URL('./support/die-publishing.ts', import.meta.url));
/** Statements between two kills: so many that all of it is a dozen processes, few enough to hit every step. */
const STRIDE = 5;

describeEachServer('a publisher killed at any statement', (kind) => {
  let store: StoreOnDatabase;
  beforeAll(async () => {
    store = await openStore(kind);
  });
  afterAll(() => store.discard());

  /** @returns whether it came to its end */
  async function publishUntil(statement: number): Promise<boolean> {
    const { dataDir, databaseUrl = '' } = store;
    const args = [dataDir, databaseUrl, String(statement), NOW.toISOString()];
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [code, signal] = await once(child, 'exit');
    if (code !== 0 && signal !== 'SIGKILL') throw new Error(`the publisher ended with ${code}`);
    return code === 0;
  }

  it('leaves a book that is whole, and the next one brings the rest', { timeout: 240_000 }, async () => {
    await fillStore(store.db, 40, NOW);
    const followers = newReader();
    let isWhole = false;
    for (let round = 1; !isWhole; round += 1) {
      const ids = await store.db.selectFrom('customers').select('customer_id').limit(7).execute();
      const some = ids.map((row) => row.customer_id);
      await store.db
        .updateTable('customers')
        .set({ tier: `T${round}` })
        .where('customer_id', 'in', some)
        .execute();
      await markDirty(store.db, some, NOW);
      isWhole = await publishUntil(1 + (round - 1) * STRIDE);

      const source = await sourceOf(store.db);
      await follow(source, followers);
      const fresh = newReader();
      await follow(source, fresh);
      expect([...followers.drift, ...fresh.drift]).toEqual([]);
      expect(contentOf(followers)).toEqual(contentOf(fresh));
      const packs = folderPacks(join(store.dataDir, 'packs'));
      const bySnapshot = await readSnapshot(source, await readManifest(store.db, packs), packs.get);
      await follow(source, bySnapshot);
      expect(contentOf(bySnapshot)).toEqual(contentOf(fresh));
    }
    expect(contentOf(followers).cards).toHaveLength(40);
    expect(await store.db.selectFrom('dirty_customers').select('mark').execute()).toEqual([]);
  });
});
