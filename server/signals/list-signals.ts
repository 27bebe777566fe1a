import { type Kysely, sql } from 'kysely';
import { FEWEST_GIVERS } from '@/lib/domain/signal';
import { daysBefore } from '@/lib/platform/clock';
import type { SignalList } from '@/lib/protocol/signals';
import type { Database } from '@/server/db/schema';
import { FORMER_USER } from '@/server/name-of-user';

const MOST = 500;
const LISTED_DAYS = 366;

/** So many people of that team gave in that month that none of them is pointed at. */
const isShown = sql<boolean>`exists (
  select from signal_givers g
  where g.team = signals.team and g.month = to_char(signals.day, 'YYYY-MM') and g.counted
  having count(*) >= ${FEWEST_GIVERS})`;

/** Of whoever belonged to none, or to one that is no more. */
const FORMER_TEAM = '';

/**
 * What reps noticed in the last year, newest day first. Within a day by the random id: nothing tells which came first. What
 * is held back stays in the database, and not even its number is told, or one would see it rise.
 */
export async function listSignals(db: Kysely<Database>, now: Date): Promise<SignalList> {
  const since = daysBefore(now, LISTED_DAYS).toISOString().slice(0, 10);
  const rows = await db
    .selectFrom('signals')
    .leftJoin('user', 'user.id', 'signals.given_by')
    .leftJoin('teams', 'teams.team_id', 'signals.team')
    .select(['signal_id', 'teams.name as team', 'kind', 'line', 'day', 'given_by', 'user.name'])
    .where('day', '>=', since)
    .where((eb) => eb.or([eb('given_by', 'is not', null), isShown]))
    .orderBy('day', 'desc')
    .orderBy('signal_id')
    .limit(MOST)
    .execute();
  return {
    signals: rows.map(({ signal_id, team, kind, line, day, given_by, name }) => ({
      ...{ id: signal_id, team: team ?? FORMER_TEAM, kind, line, day },
      givenBy: given_by === null ? null : (name ?? FORMER_USER),
    })),
  };
}
