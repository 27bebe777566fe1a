import type { Transaction } from 'kysely';
import { DAY } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { Rejection } from './rejection';

/** Notes of a week without a network come at once: this is still more strangers than anybody speaks with in one. */
export const MOST_NEWCOMERS_A_DAY = 1000;

/**
 * Counts one more customer made by what somebody sent, in the transaction that makes them; nothing is kept of a day that
 * is over.
 * @throws Rejection `too-many-newcomers` when they have had all of a day
 */
export async function countNewcomer(
  trx: Transaction<Database>,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const over = new Date(at.getTime() - DAY);
  const { made } = await trx
    .insertInto('newcomer_pace')
    .values({ user_id: by, since: at, made: 1 })
    .onConflict((c) =>
      c.column('user_id').doUpdateSet((eb) => ({
        since: eb
          .case()
          .when('newcomer_pace.since', '<=', over)
          .then(eb.ref('excluded.since'))
          .else(eb.ref('newcomer_pace.since'))
          .end(),
        made: eb
          .case()
          .when('newcomer_pace.since', '<=', over)
          .then(1)
          .else(eb('newcomer_pace.made', '+', 1))
          .end(),
      })),
    )
    .returning('made')
    .executeTakeFirstOrThrow();
  if (made > MOST_NEWCOMERS_A_DAY) {
    const message = `${MOST_NEWCOMERS_A_DAY} customers came of what you sent within a day, which is all: send it again a day later`;
    throw new Rejection('too-many-newcomers', message);
  }
}
