import type { Transaction } from 'kysely';
import { uuidv7 } from '@/lib/platform/ids';
import { LONGEST_TEAM_NAME, teamNameSchema } from '@/lib/protocol/teams';
import type { Database } from '@/server/db/schema';

/**
 * The id of the team with this name; it is made where there is none, once, also by two at the same time.
 * @throws Error where that is no name for a team
 */
export async function teamByName(trx: Transaction<Database>, called: string, at: Date): Promise<string> {
  const { data: name } = teamNameSchema.safeParse(called);
  if (name === undefined)
    throw new Error(
      `A team can't be called “${called}”: up to ${LONGEST_TEAM_NAME} characters, all of them seen.`,
    );
  await trx
    .insertInto('teams')
    .values({ team_id: uuidv7(at), name })
    .onConflict((c) => c.column('name').doNothing())
    .execute();
  const { team_id } = await trx
    .selectFrom('teams')
    .select('team_id')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return team_id;
}
