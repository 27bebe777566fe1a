import type { Kysely } from 'kysely';
import { MOST_ASKED } from '@/lib/domain/approval';
import { approverRoles } from '@/lib/protocol/roles';
import type { Database } from '@/server/db/schema';

type Asker = { id: string; team: string };

/**
 * Whom a rep's question goes to, in order: supervisors of their team, other supervisors, administrators. Never to
 * themselves.
 */
export async function peopleToAsk(db: Kysely<Database>, { id, team }: Asker): Promise<string[]> {
  const users = await db
    .selectFrom('user')
    .select(['id', 'name', 'role', 'team'])
    .where('role', 'in', approverRoles)
    .where('id', '!=', id)
    .execute();
  const rank = (u: (typeof users)[number]) => {
    if (u.role === 'administrator') return 2;
    return u.team === team ? 0 : 1;
  };
  return users
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
    .slice(0, MOST_ASKED)
    .map((user) => user.id);
}
