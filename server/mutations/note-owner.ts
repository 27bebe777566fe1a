import type { Transaction } from 'kysely';
import type { Database } from '@/server/db/schema';

/** The customer on whom a note is stored, if it is. */
export async function noteOwner(trx: Transaction<Database>, noteId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('note_owners')
    .select('customer_id')
    .where('note_id', '=', noteId)
    .executeTakeFirst();
  return row?.customer_id;
}
