import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { DAY } from '@/lib/platform/clock';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';

type Trx = Transaction<Database>;
type Seen = { month: string; signal_id: string };

const isoDay = (at: Date) => at.toISOString().slice(0, 10);
/** Nobody gives for an older month: see `isOutOfTime` in the route. */
const OLDEST = 63 * DAY;
const AT_ONCE = 1000;

/** In the order of what chance picked: rows lie as they are written, and would tell which came first. */
function inOrder<Row>(rows: readonly Row[], idOf: (row: Row) => string): Row[][] {
  const sorted = [...rows].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  return Array.from({ length: Math.ceil(sorted.length / AT_ONCE) }, (_, i) =>
    sorted.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
}

/** Under new ids: with the one that still lies in its giver's browser, whoever reads the list would know whose it is. */
async function moveInbox(trx: Trx): Promise<Seen[]> {
  const rows = await trx.deleteFrom('signal_inbox').returningAll().execute();
  const moved = rows.map((row) => ({ ...row, signal_id: randomUUID(), given_by: null }));
  for (const part of inOrder(moved, (row) => row.signal_id))
    await trx.insertInto('signals').values(part).execute();
  return rows.map(({ signal_id, day }) => ({ month: day.slice(0, 7), signal_id }));
}

/** Written anew, all at once: what was added together would say on which day it came. None is kept that can't come again. */
async function rewriteSeen(trx: Trx, since: string, fresh: readonly Seen[]): Promise<void> {
  const known = await trx.deleteFrom('signals_seen').returningAll().execute();
  const rows = [...known, ...fresh].filter(({ month }) => month >= since);
  for (const part of inOrder(rows, (row) => row.signal_id))
    await trx.insertInto('signals_seen').values(part).execute();
}

/** Written anew, all at once: the one that was counted last would lie last. */
async function rewriteGivers(trx: Trx, since: string): Promise<void> {
  const rows = await trx.deleteFrom('signal_givers').where('month', '>=', since).returningAll().execute();
  for (const part of inOrder(rows, (row) => row.token_hash))
    await trx
      .insertInto('signal_givers')
      .values(part.map((row) => ({ ...row, counted: true })))
      .execute();
}

/**
 * Once a day, whichever process comes first: lays what was given without a name among the rest, all of the day at once and
 * in an order that chance picked. Until then nobody is shown it, so that a list that is looked at each minute doesn't tell
 * when somebody gave.
 * @returns false where that was done today
 */
export const moveSignals = (db: Kysely<Database>, now: Date): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const day = isoDay(now);
    const { numUpdatedRows } = await trx
      .updateTable('signal_moves')
      .set({ day })
      .where('id', '=', 1)
      .where('day', '!=', day)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const since = isoDay(new Date(now.getTime() - OLDEST)).slice(0, 7);
    await rewriteSeen(trx, since, await moveInbox(trx));
    await rewriteGivers(trx, since);
    return true;
  });
