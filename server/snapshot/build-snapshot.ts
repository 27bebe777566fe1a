import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { uuidv7 } from '@/lib/platform/ids';
import type { BookKeys } from '@/lib/protocol/book-keys';
import { cardBlockOf } from '@/lib/protocol/card-block';
import { BUCKETS } from '@/lib/protocol/key-bucket';
import type { PackEntry } from '@/lib/protocol/manifest';
import { encodePack } from '@/lib/protocol/pack';
import type { Database } from '@/server/db/schema';
import { bookKeysOf } from '@/server/publish/book-keys-of';
import { type BookHead, readBookHead } from '@/server/publish/pages';
import { type BlockRun, readBlocks } from '@/server/publish/read-blocks';
import type { PackStore } from './pack-store';

/** Packs of 1 to 1.5 MB at a million customers. */
const CARD_BLOCKS_PER_PACK = 128;
const BUCKETS_PER_PACK = 128;
/** Below as many customers all buckets are one pack: a few dozen requests for a few kilobytes would be no help. */
const SMALL_BOOK = 65_536;

/** `now` is real time. */
export type SnapshotDeps = { db: Kysely<Database>; packs: PackStore; now: Date };

/** What is left of a run, a pack at a time. */
function slices(kind: BlockRun['kind'], blocks: number, perPack: number): BlockRun[] {
  return Array.from({ length: Math.ceil(blocks / perPack) }, (_, i) => {
    const first = i * perPack;
    return { kind, first, count: Math.min(perPack, blocks - first) };
  });
}

/** All blocks there are, as packs that keep their place from one snapshot to the next. */
export function runsOf(lastNumber: number): BlockRun[] {
  const perPack = lastNumber < SMALL_BOOK ? BUCKETS : BUCKETS_PER_PACK;
  return [
    ...slices('cards', cardBlockOf(lastNumber) + 1, CARD_BLOCKS_PER_PACK),
    ...slices('keys', BUCKETS, perPack),
  ];
}

async function buildPack({ db, packs }: SnapshotDeps, keys: BookKeys, run: BlockRun): Promise<PackEntry> {
  const { version, blocks } = await readBlocks(db, keys, run);
  const bytes = encodePack(blocks);
  const id = createHash('sha256').update(bytes).digest('hex');
  if (!(await packs.has(id))) await packs.put(id, bytes);
  return { id, bytes: bytes.length, ...run, version, url: null };
}

/** @param begun how far the book was before the first pack was read */
async function publishManifest({ db, now }: SnapshotDeps, begun: BookHead, entries: readonly PackEntry[]) {
  const version = Math.min(...entries.map((pack) => pack.version));
  const manifest = { book: begun.book, version, customers: begun.customers, packs: entries };
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('snapshots')
      .set({ superseded_at: now })
      .where('superseded_at', 'is', null)
      .execute();
    await trx
      .insertInto('snapshots')
      .values({
        snapshot_id: uuidv7(now),
        version,
        built_at_version: begun.last_version,
        manifest: JSON.stringify(manifest),
        created_at: now,
      })
      .execute();
  });
}

/**
 * Writes the whole book into packs, one after another, each as it is at a moment of its own; then names them in a new
 * manifest. One that is killed leaves packs that nobody knows, and the manifest as it was.
 */
export async function buildSnapshot(deps: SnapshotDeps): Promise<void> {
  const begun = await readBookHead(deps.db);
  const keys = await bookKeysOf(deps.db);
  const entries: PackEntry[] = [];
  for (const run of runsOf(begun.last_number)) entries.push(await buildPack(deps, keys, run));
  await publishManifest(deps, begun, entries);
}
