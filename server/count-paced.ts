import type { Kysely } from 'kysely';
import type { Paced } from '@/server/db/pace-tables';
import type { Database } from '@/server/db/schema';

type Counting = {
  by: string;
  what: Paced;
  /** how many come at once */
  many?: number;
  at: Date;
  /** how long a span is (ms): it begins with the first of it, and nothing is kept of one that is over */
  span: number;
};

/**
 * Counts what comes more of these; in the transaction that stores it, so that undone it isn't counted.
 * @param at by the store's clock
 * @returns how many that makes in this span, and when it began
 */
export async function countPaced(db: Kysely<Database>, { by, what, many = 1, at, span }: Counting) {
  const over = new Date(at.getTime() - span);
  return db
    .insertInto('pace')
    .values({ user_id: by, what, since: at, made: many })
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
          .then(eb.ref('excluded.made'))
          .else(eb('pace.made', '+', eb.ref('excluded.made')))
          .end(),
      })),
    )
    .returning(['made', 'since'])
    .executeTakeFirstOrThrow();
}
