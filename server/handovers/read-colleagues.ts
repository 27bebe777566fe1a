import type { Kysely } from 'kysely';
import type { Colleagues } from '@/lib/protocol/handover';
import { callRoles } from '@/lib/protocol/roles';
import type { SignedInUser } from '@/server/auth/verify-access-token';
import type { Database } from '@/server/db/schema';

const MOST = 10_000;

/** Everybody else who takes calls, by name and team; no address, no role. */
export async function readColleagues(
  db: Kysely<Database>,
  { id, team }: Pick<SignedInUser, 'id' | 'team'>,
): Promise<Colleagues> {
  const colleagues = await db
    .selectFrom('user')
    .leftJoin('teams', 'teams.team_id', 'user.team')
    .select(['user.id', 'user.name'])
    .select((eb) => eb.fn.coalesce('teams.name', eb.val('')).as('team'))
    .where('role', 'in', callRoles)
    .where('user.id', '!=', id)
    .orderBy('user.name')
    .limit(MOST)
    .execute();
  return { team: team.name, colleagues };
}
