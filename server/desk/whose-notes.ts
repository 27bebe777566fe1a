import type { Kysely } from 'kysely';
import type { SignedInUser } from '@/server/auth/verify-access-token';
import type { Database } from '@/server/db/schema';

/** Somebody who wants to see what others wrote. */
export type Viewer = Pick<SignedInUser, 'id' | 'role'>;

async function hasTeams(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom('teams').select('team_id').limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Whose notes somebody may see at the desk, and what else of a rep's work comes before a supervisor: of those in the teams
 * that they supervise; everybody's where there are no teams. An administrator sees everybody's. The one place that says so.
 * Asked anew each time, and within the transaction that changes something: a team that was lost a moment ago counts.
 * @returns ids of authors; null for everybody's
 */
export async function authorsSeenBy(db: Kysely<Database>, { id, role }: Viewer): Promise<string[] | null> {
  if (role === 'administrator') return null;
  if (!(await hasTeams(db))) return null;
  const members = await db
    .selectFrom('team_supervisors as s')
    .innerJoin('team_members as m', 'm.team_id', 's.team_id')
    .select('m.user_id')
    .distinct()
    .where('s.user_id', '=', id)
    .execute();
  return members.map((member) => member.user_id);
}

/** May this viewer see what that author wrote? */
export async function maySeeNotesOf(
  db: Kysely<Database>,
  viewer: Viewer,
  authorId: string,
): Promise<boolean> {
  const authors = await authorsSeenBy(db, viewer);
  return authors === null || authors.includes(authorId);
}
