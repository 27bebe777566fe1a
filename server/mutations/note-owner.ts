import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';

/** The customer on whom a note is stored, if it is. */
export async function noteOwner(db: Kysely<Database>, noteId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('note_owners')
    .select('customer_id')
    .where('note_id', '=', noteId)
    .executeTakeFirst();
  return row?.customer_id;
}
