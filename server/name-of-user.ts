import type { Kysely } from 'kysely';
import type { Database } from './db/schema';

/** What a note's author is called where they have no account any more. */
export const FORMER_USER = 'former colleague';

/** The name that goes with a user's id, for people to read. */
export async function nameOfUser(db: Kysely<Database>, id: string): Promise<string> {
  const row = await db.selectFrom('user').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? FORMER_USER;
}
