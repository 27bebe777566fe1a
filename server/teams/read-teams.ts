import type { Kysely } from 'kysely';
import type { Teams } from '@/lib/protocol/teams';
import type { Database } from '@/server/db/schema';
import { groupBy } from '@/server/group-by';

/** All teams by name, with who belongs to each and who supervises it; and everybody who could. */
export async function readTeams(db: Kysely<Database>): Promise<Teams> {
  const teams = await db.selectFrom('teams').selectAll().orderBy('name').execute();
  const people = await db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'role'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  const members = await db.selectFrom('team_members').selectAll().orderBy('user_id').execute();
  const supervisors = await db.selectFrom('team_supervisors').selectAll().orderBy('user_id').execute();
  const membersOf = groupBy(members, (row) => row.team_id);
  const supervisorsOf = groupBy(supervisors, (row) => row.team_id);
  return {
    teams: teams.map(({ team_id, name }) => ({
      ...{ id: team_id, name },
      members: (membersOf.get(team_id) ?? []).map((row) => row.user_id),
      supervisors: (supervisorsOf.get(team_id) ?? []).map((row) => row.user_id),
    })),
    people,
  };
}
