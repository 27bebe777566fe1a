import type { Kysely } from 'kysely';
import type { Manifest } from '@/lib/protocol/manifest';
import type { Database } from '@/server/db/schema';
import { readBookState } from '@/server/publish/pages';
import type { PackStore } from './pack-store';

/** The snapshot that clients are given now. */
export async function readNewestSnapshot(db: Kysely<Database>) {
  return db
    .selectFrom('snapshots')
    .select(['snapshot_id', 'version', 'built_at_version', 'manifest', 'created_at'])
    .where('superseded_at', 'is', null)
    .orderBy('built_at_version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The newest manifest, with the addresses that hold now; an empty one while there is no snapshot. */
export async function readManifest(db: Kysely<Database>, packs: PackStore): Promise<Manifest> {
  const newest = await readNewestSnapshot(db);
  if (!newest) {
    const { book } = await readBookState(db);
    return { book, version: 0, customers: 0, packs: [] };
  }
  const { manifest } = newest;
  const addressed = manifest.packs.map(async (pack) => ({ ...pack, url: await packs.urlOf(pack.id) }));
  return { ...manifest, packs: await Promise.all(addressed) };
}
