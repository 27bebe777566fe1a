import { DAY } from '@/lib/platform/clock';
import type { SnapshotDeps } from './build-snapshot';
import { claimPacks } from './claim-packs';

/** Longer than any snapshot takes to write: its packs are named only when all of them are there. */
const LEFT_ALONE_MS = DAY;

/**
 * Deletes packs that no snapshot names: left by one that was killed, or by a book that is no more. Customers who were
 * erased since may be sealed in them.
 * @throws PacksOfAnother before anything is deleted
 */
export async function forgetOrphans({ db, packs, now }: SnapshotDeps): Promise<void> {
  await claimPacks({ db, packs });
  const stored = await packs.list();
  // After the listing: whatever was named meanwhile is among these.
  const snapshots = await db.selectFrom('snapshots').select('manifest').execute();
  // Without any, nothing is known of what lies there: the next snapshot comes first.
  if (snapshots.length === 0) return;
  const named = new Set(snapshots.flatMap(({ manifest }) => manifest.packs.map((pack) => pack.id)));
  for (const { id, writtenAt } of stored)
    if (!named.has(id) && now.getTime() - writtenAt.getTime() >= LEFT_ALONE_MS) await packs.remove(id);
}
