import type { Transaction } from 'kysely';
import { uuidv7 } from '@/lib/platform/ids';
import type { Database } from '@/server/db/schema';

/** The id of the team with this name; it is made where there is none, once, also by two at the same time. */
export async function teamByName(trx: Transaction<Database>, name: string, at: Date): Promise<string> {
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
