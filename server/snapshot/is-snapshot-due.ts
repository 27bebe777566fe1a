import type { Kysely } from 'kysely';
import { DAY } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { arePagesWhole, readBookHead } from '@/server/publish/pages';
import type { SnapshotDeps } from './build-snapshot';
import { readNewestSnapshot } from './read-manifest';

const CHANGES = 5000;
const SHARE = 0.05;

async function countDirty(db: Kysely<Database>): Promise<number> {
  const { waiting } = await db
    .selectFrom('dirty_customers')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow();
  return waiting;
}

/** `ask-again`: in the middle of a re-scoring or an import, when it would be stale at once. */
export type Due = 'due' | 'not-due' | 'ask-again';

/**
 * When no book can be had without one, at once. Else when there is none yet, or its packs are not where they should be;
 * when a client that starts from it would have many pages to fetch; and once a day, so that pages needn't be kept for
 * long.
 */
export async function isSnapshotDue(
  { db, packs, now }: SnapshotDeps,
  { atStart }: { atStart: boolean },
): Promise<Due> {
  const newest = await readNewestSnapshot(db);
  if (!newest && !(await arePagesWhole(db))) return 'due';
  const { last_version, customers } = await readBookHead(db);
  const changes = last_version - (newest?.built_at_version ?? 0);
  const many = Math.max(CHANGES, SHARE * customers);
  if ((await countDirty(db)) > many) return 'ask-again';
  if (changes > many) return 'due';
  if (!newest) return atStart && changes > 0 ? 'due' : 'not-due';
  if (changes > 0 && now.getTime() - newest.created_at.getTime() >= DAY) return 'due';
  if (!atStart) return 'not-due';
  const there = await Promise.all(newest.manifest.packs.map((pack) => packs.has(pack.id)));
  return there.includes(false) ? 'due' : 'not-due';
}
