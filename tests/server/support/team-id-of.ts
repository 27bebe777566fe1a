import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';

/** The id of the team with this name. */
export async function teamIdOf(db: Kysely<Database>, name: string): Promise<string> {
  const row = await db
    .selectFrom('teams')
    .select('team_id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.team_id;
}
