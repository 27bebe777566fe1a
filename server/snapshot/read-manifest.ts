import type { Kysely } from 'kysely';
import type { Manifest } from '@/lib/protocol/manifest';
import type { Database } from '@/server/db/schema';
import { arePagesWhole, readBookHead } from '@/server/publish/pages';
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

/**
 * The newest manifest, with the addresses that hold now. While there is no snapshot, an empty one where pages bring
 * everything.
 * @returns null where they don't: an empty book would be taken for the whole of it
 */
export async function readManifest(db: Kysely<Database>, packs: PackStore): Promise<Manifest | null> {
  const newest = await readNewestSnapshot(db);
  if (!newest) {
    const { book } = await readBookHead(db);
    return (await arePagesWhole(db)) ? { book, version: 0, customers: 0, packs: [] } : null;
  }
  const { manifest } = newest;
  const addressed = manifest.packs.map(async (pack) => ({ ...pack, url: await packs.urlOf(pack.id) }));
  return { ...manifest, packs: await Promise.all(addressed) };
}
