import type { Kysely } from 'kysely';
import { rationThresholds } from '@/lib/domain/risk';
import { type Clock, DAY } from '@/lib/platform/clock';
import { riskOf } from './cards/build-card';
import { loadCustomers } from './cards/load-customers';
import { markAllDirty } from './cards/mark-dirty';
import type { Database } from './db/schema';
import { publishCards } from './publish-cards';

const CUSTOMERS_PER_PAGE = 500;

type Deps = { db: Kysely<Database>; clock: Clock };

async function pointsOfKnown({ db, clock }: Deps): Promise<number[]> {
  const now = clock.now();
  const points: number[] = [];
  let after = '';
  for (;;) {
    const page = await db
      .selectFrom('customers')
      .select('customer_id')
      .where('customer_id', '>', after)
      .orderBy('customer_id')
      .limit(CUSTOMERS_PER_PAGE)
      .execute();
    const ids = page.map((row) => row.customer_id);
    for (const facts of await loadCustomers(db, ids, now)) {
      const risk = riskOf(facts, now);
      if (risk.evidence) points.push(risk.points);
    }
    const last = ids.at(-1);
    if (last === undefined) return points;
    after = last;
  }
}

/**
 * Works out everybody's risk anew: sets the levels so that at most the organisation's share of the customers with a
 * known level are at risk, then publishes what changed. Call it after an import, and daily: scores age, promises
 * come due.
 */
export async function rescoreAll(deps: Deps): Promise<void> {
  const { db, clock } = deps;
  const { at_risk_share } = await db
    .selectFrom('organisation')
    .select('at_risk_share')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const thresholds = rationThresholds(await pointsOfKnown(deps), at_risk_share);
  await db
    .updateTable('organisation')
    .set({ risk_thresholds: JSON.stringify(thresholds) })
    .where('id', '=', 1)
    .execute();
  await markAllDirty(db, clock.now());
  await publishCards(deps);
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
