import type { Transaction } from 'kysely';
import { DAY } from '@/lib/platform/clock';
import type { Paced } from '@/server/db/pace-tables';
import type { Database } from '@/server/db/schema';

/**
 * Counts one more of these, in the transaction that stores it: undone, it isn't counted. A day goes by the store's clock,
 * and begins with the first of it; nothing is kept of one that is over.
 * @returns how many that makes in this day
 */
export async function countToday(
  trx: Transaction<Database>,
  { by, what, at }: { by: string; what: Paced; at: Date },
): Promise<number> {
  const over = new Date(at.getTime() - DAY);
  const { made } = await trx
    .insertInto('daily_pace')
    .values({ user_id: by, what, since: at, made: 1 })
    .onConflict((c) =>
      c.columns(['user_id', 'what']).doUpdateSet((eb) => ({
        since: eb
          .case()
          .when('daily_pace.since', '<=', over)
          .then(eb.ref('excluded.since'))
          .else(eb.ref('daily_pace.since'))
          .end(),
        made: eb
          .case()
          .when('daily_pace.since', '<=', over)
          .then(1)
          .else(eb('daily_pace.made', '+', 1))
          .end(),
      })),
    )
    .returning('made')
    .executeTakeFirstOrThrow();
  return made;
}
