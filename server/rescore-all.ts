import type { Kysely } from 'kysely';
import { levelFor, rationThresholds } from '@/lib/domain/risk';
import { type Clock, DAY } from '@/lib/platform/clock';
import { markDirty } from './cards/mark-dirty';
import type { Database } from './db/schema';
import { drawOutreach } from './outreach/draw-outreach';
import { type Compared, compareAll } from './publish/compare-all';
import { readBookHead } from './publish/pages';
import { lockPublisher, publishCards } from './publish/publish-cards';

type Deps = { db: Kysely<Database>; clock: Clock };

/** Whom a re-scoring changes for a rep who looks, and the levels that it sets. */
function outcomeOf({ news, standing }: Compared, share: number) {
  const known = standing.filter((group) => group.evidence);
  const points = known.flatMap((group) => group.ids.map(() => group.points));
  const thresholds = rationThresholds(points, share);
  const moved = standing
    .filter((group) => levelFor(group.points, group.evidence, thresholds) !== group.level)
    .flatMap((group) => group.ids);
  return { thresholds, changed: [...news, ...moved] };
}

/** Published in the meantime, perhaps with the levels as they were. */
async function readPublishedSince(db: Kysely<Database>, version: number): Promise<string[]> {
  const rows = await db
    .selectFrom('published_cards')
    .select('customer_id')
    .where('version', '>', version)
    .execute();
  return rows.map((row) => row.customer_id);
}

/**
 * Works out everybody's risk anew: sets the levels so that at most the organisation's share of the customers with a
 * known level are at risk, then publishes what looks different. Call it after an import, and daily: scores age, promises
 * come due. Whoever is at risk by it comes on the list to be called. Cards that look as they did are read and compared, and nothing more.
 */
export async function rescoreAll(deps: Deps): Promise<void> {
  const { db, clock } = deps;
  const now = clock.now();
  const { last_version } = await readBookHead(db);
  const { at_risk_share } = await db
    .selectFrom('organisation')
    .select('at_risk_share')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const { thresholds, changed } = outcomeOf(await compareAll(db, now), at_risk_share);
  await db.transaction().execute(async (trx) => {
    // Whoever publishes after this one does so by the new levels.
    await lockPublisher(trx);
    await trx
      .updateTable('organisation')
      .set({ risk_thresholds: JSON.stringify(thresholds) })
      .where('id', '=', 1)
      .execute();
    await markDirty(trx, [...changed, ...(await readPublishedSince(trx, last_version))], now);
  });
  await publishCards(deps);
  await drawOutreach(deps);
  await db.updateTable('publisher_state').set({ rescored_at: clock.now() }).where('id', '=', 1).execute();
}

/** Not yet today, by the clock of the business, which `--as-of` may have moved either way. */
export async function isRescoringDue({ db, clock }: Deps): Promise<boolean> {
  const { rescored_at } = await db
    .selectFrom('publisher_state')
    .select('rescored_at')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const day = (at: Date) => Math.floor(at.getTime() / DAY);
  return rescored_at === null || day(rescored_at) !== day(clock.now());
}
