import type { Kysely } from 'kysely';
import { MOST_ASKED } from '@/lib/domain/approval';
import { approverRoles } from '@/lib/protocol/roles';
import type { Database } from '@/server/db/schema';

/** Who supervises a team that this user belongs to. */
async function supervisorsOf(db: Kysely<Database>, userId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('team_members as m')
    .innerJoin('team_supervisors as s', 's.team_id', 'm.team_id')
    .select('s.user_id')
    .where('m.user_id', '=', userId)
    .execute();
  return new Set(rows.map((row) => row.user_id));
}

/**
 * Whom a rep's question goes to, in order: supervisors of their teams, other supervisors, administrators. Never to
 * themselves.
 */
export async function peopleToAsk(db: Kysely<Database>, askerId: string): Promise<string[]> {
  const near = await supervisorsOf(db, askerId);
  const users = await db
    .selectFrom('user')
    .select(['id', 'name', 'role'])
    .where('role', 'in', approverRoles)
    .where('id', '!=', askerId)
    .execute();
  const rank = (u: (typeof users)[number]) => {
    if (u.role === 'administrator') return 2;
    return near.has(u.id) ? 0 : 1;
  };
  return users
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
    .slice(0, MOST_ASKED)
    .map((user) => user.id);
}
