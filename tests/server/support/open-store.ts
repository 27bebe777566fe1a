import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { seedOrganisation } from '@/server/seed/seed-organisation';
import type { DatabaseKind } from './databases';

/** A customer takes their rows along; these tables stand by themselves. */
const tables = [
  'customers',
  'identifier_owners',
  'dirty_customers',
  'card_numbers',
  'published_cards',
  'published_keys',
  'refused_keys',
  'block_digests',
  'delta_pages',
  'snapshots',
  'handover_owners',
] as const;

export type StoreOnDatabase = OpenDatabase & {
  /** where files of the store may lie */
  dataDir: string;
  databaseUrl: string | undefined;
  /** nobody in it any more, and nothing published: quicker than a new database */
  clear(): Promise<void>;
  /** closes the database and drops it */
  discard(): Promise<void>;
};

/** A database of a test's own with an organisation and nobody in it. */
export async function openStore(kind: DatabaseKind): Promise<StoreOnDatabase> {
  const { dataDir, databaseUrl, drop } = await kind.create();
  const opened = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  const settings = { name: 'Test', defaultRegion: 'GB', currency: 'EUR', generated: false };
  await seedOrganisation(opened.db, settings);
  const discard = async () => {
    await opened.close();
    await drop();
  };
  const clear = async () => {
    for (const table of tables) await opened.db.deleteFrom(table).execute();
    const state = { last_version: 0, last_number: 0, customers: 0, rescored_at: null };
    await opened.db.updateTable('publisher_state').set(state).execute();
    await opened.db.updateTable('organisation').set({ risk_thresholds: null }).execute();
    rmSync(join(dataDir, 'packs'), { recursive: true, force: true });
  };
  return { ...opened, clear, dataDir, databaseUrl, discard };
}
