import type { Kysely } from 'kysely';
import { daysBefore } from '@/lib/platform/clock';
import type { SignalList } from '@/lib/protocol/signals';
import type { Database } from '@/server/db/schema';
import { FORMER_USER } from '@/server/name-of-user';
import { isShown, readShownMonths } from './nameless';

const MOST = 500;
const LISTED_DAYS = 366;

/**
 * What reps noticed in the last year, newest day first. Within a day by the random id: nothing tells which came first. Of what is held back
 * not even the number is told, or one would see it rise.
 */
export async function listSignals(db: Kysely<Database>, now: Date): Promise<SignalList> {
  const since = daysBefore(now, LISTED_DAYS).toISOString().slice(0, 10);
  const shown = await readShownMonths(db);
  const rows = await db
    .selectFrom('signals')
    .leftJoin('user', 'user.id', 'signals.given_by')
    .select(['signal_id', 'signals.team', 'kind', 'line', 'day', 'given_by', 'user.name'])
    .where('day', '>=', since)
    .orderBy('day', 'desc')
    .orderBy('signal_id')
    .execute();
  const visible = rows.filter((row) => row.given_by !== null || isShown(shown, row));
  return {
    signals: visible.slice(0, MOST).map(({ signal_id, team, kind, line, day, given_by, name }) => ({
      ...{ id: signal_id, team, kind, line, day },
      givenBy: given_by === null ? null : (name ?? FORMER_USER),
    })),
  };
}
