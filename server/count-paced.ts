import type { Kysely } from 'kysely';
import type { Paced } from '@/server/db/pace-tables';
import type { Database } from '@/server/db/schema';

type Counting = {
  by: string;
  what: Paced;
  at: Date;
  /** how long a span is (ms): it begins with the first of it, and nothing is kept of one that is over */
  span: number;
};

/**
 * Counts one more of these; in the transaction that stores it, so that undone it isn't counted.
 * @param at by the store's clock
 * @returns how many that makes in this span
 */
export async function countPaced(db: Kysely<Database>, { by, what, at, span }: Counting): Promise<number> {
  const over = new Date(at.getTime() - span);
  const { made } = await db
    .insertInto('pace')
    .values({ user_id: by, what, since: at, made: 1 })
    .onConflict((c) =>
      c.columns(['user_id', 'what']).doUpdateSet((eb) => ({
        since: eb
          .case()
          .when('pace.since', '<=', over)
          .then(eb.ref('excluded.since'))
          .else(eb.ref('pace.since'))
          .end(),
        made: eb
          .case()
          .when('pace.since', '<=', over)
          .then(1)
          .else(eb('pace.made', '+', 1))
          .end(),
      })),
    )
    .returning('made')
    .executeTakeFirstOrThrow();
  return made;
}
