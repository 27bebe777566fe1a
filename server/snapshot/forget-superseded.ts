import { DAY } from '@/lib/platform/clock';
import { pageAfter } from '@/lib/protocol/delta-page';
import type { SnapshotDeps } from './build-snapshot';

/** A rep back from two weeks' holiday goes on where they were. */
const KEPT_MS = 14 * DAY;

/** Deletes snapshots superseded for two weeks, packs that only they named, and pages that lead to them. */
export async function forgetSuperseded({ db, packs, now }: SnapshotDeps): Promise<void> {
  const all = await db
    .selectFrom('snapshots')
    .select(['snapshot_id', 'version', 'manifest', 'superseded_at'])
    .execute();
  const isOver = ({ superseded_at }: (typeof all)[number]) =>
    superseded_at !== null && now.getTime() - superseded_at.getTime() >= KEPT_MS;
  const kept = all.filter((snapshot) => !isOver(snapshot));
  const over = all.filter(isOver);
  if (over.length === 0 || kept.length === 0) return;

  const oldest = Math.min(...kept.map((snapshot) => snapshot.version));
  await db.deleteFrom('delta_pages').where('page', '<', pageAfter(oldest)).execute();
  const named = new Set(kept.flatMap((snapshot) => snapshot.manifest.packs.map((pack) => pack.id)));
  for (const { snapshot_id, manifest } of over) {
    for (const { id } of manifest.packs) if (!named.has(id)) await packs.remove(id);
    // Last, so that whoever is killed before it finds the packs again.
    await db.deleteFrom('snapshots').where('snapshot_id', '=', snapshot_id).execute();
  }
}
