import type { Kysely } from 'kysely';
import type { Clock } from '@/lib/platform/clock';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';
import { lockNote } from '@/server/mutations/rewrite-note';
import { arriveAtDesk } from './arrive';
import { lockReview } from './change-review';

type Deps = { db: Kysely<Database>; clock: Clock };

const AT_ONCE = 500;

/** Made-up ones of a demonstration are nobody's to review. */
const withoutDesk = (db: Kysely<Database>) =>
  db
    .selectFrom('notes as n')
    .leftJoin('note_reviews as r', (join) =>
      join.onRef('r.customer_id', '=', 'n.customer_id').onRef('r.note_id', '=', 'n.note_id'),
    )
    .select('n.note_id')
    .where('r.note_id', 'is', null)
    .where('n.generated', '=', false)
    .limit(AT_ONCE)
    .execute();

const adopt = ({ db, clock }: Deps, noteId: string): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const note = await lockNote(trx, noteId);
    if (!note || (await lockReview(trx, noteId, null))) return false;
    await arriveAtDesk(trx, note, clock.now());
    return true;
  });

/**
 * Puts notes on the desk that a process of before there was one stored while the database was already newer: else nobody
 * would ever look at them, nor would they publish themselves. For when a process starts.
 */
export async function adoptNotes(deps: Deps): Promise<void> {
  // What another process takes up at the same time is done as well; what can't be is not asked for again and again.
  for (let hasMore = true; hasMore; ) {
    const found = await withoutDesk(deps.db);
    const adopted: boolean[] = [];
    for (const { note_id } of found) adopted.push(await adopt(deps, note_id));
    hasMore = found.length === AT_ONCE && adopted.includes(true);
  }
}
