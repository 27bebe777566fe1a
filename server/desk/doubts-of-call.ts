import { type Kysely, sql, type Transaction } from 'kysely';
import type { DoubtKind } from '@/lib/domain/doubt';
import { MINUTE } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';

/** What was noticed while the call was written up belongs to it, too. */
const AFTER_CALL = 15 * MINUTE;

/** A note and a doubt of one call may arrive together, and each would miss the other: the second waits here for the first. */
export async function lockDesk(trx: Transaction<Database>, customerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`desk of ${customerId}`}, 0))`.execute(trx);
}

type Call = { customerId: string; authorId: string; startedAt: Date; endedAt: Date };

/** What a note's author said in that call looks wrong. */
export async function doubtsOfCall(db: Kysely<Database>, call: Call) {
  return db
    .selectFrom('doubts')
    .select(['kind', 'said', 'at'])
    .where('customer_id', '=', call.customerId)
    .where('author_id', '=', call.authorId)
    .where('at', '>=', call.startedAt)
    .where('at', '<=', new Date(call.endedAt.getTime() + AFTER_CALL))
    .orderBy('at')
    .execute();
}

type Doubt = { customerId: string; authorId: string; kind: DoubtKind; at: Date };

/** The notes of the call in which something was said to look wrong. */
export async function notesOfDoubt(
  trx: Transaction<Database>,
  { customerId, authorId, at }: Omit<Doubt, 'kind'>,
): Promise<string[]> {
  const rows = await trx
    .selectFrom('notes')
    .select('note_id')
    .where('customer_id', '=', customerId)
    .where('author_id', '=', authorId)
    .where('started_at', '<=', at)
    .where('ended_at', '>=', new Date(at.getTime() - AFTER_CALL))
    .execute();
  return rows.map((row) => row.note_id);
}
