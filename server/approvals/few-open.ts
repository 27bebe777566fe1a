import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '@/server/db/schema';

/** More calls than anyone has on hold at once; a supervisor's page lists the hundred oldest. */
export const MOST_OPEN = 5;

/** Thrown to undo what was begun for a question that is one too many. */
export class TooManyOpen extends Error {}

type Asked = { askedBy: string; noteId: string; at: Date };

/** The notes that this person's questions are in which still wait for an answer. */
async function openNotes(db: Kysely<Database>, { askedBy, at }: Asked): Promise<string[]> {
  const owned = await db
    .selectFrom('approval_owners')
    .select(['approval_id', 'customer_id'])
    .where('asked_by', '=', askedBy)
    .where('expires_at', '>', at)
    .execute();
  if (owned.length === 0) return [];
  const rows = await db
    .selectFrom('approvals')
    .select('note_id')
    .where('customer_id', 'in', [...new Set(owned.map((o) => o.customer_id))])
    .where(
      'approval_id',
      'in',
      owned.map((o) => o.approval_id),
    )
    .where('state', '=', 'waiting')
    .execute();
  return rows.map((row) => row.note_id);
}

/** Questions of one person come one after another: two at once would each find room for one. */
export async function lockAsker(trx: Transaction<Database>, askedBy: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`approvals of ${askedBy}`}, 0))`.execute(trx);
}

/**
 * Nobody buries other people's questions under their own, until nobody can answer and what is given then needs no leave.
 * @throws TooManyOpen
 */
export async function assertFewOpen(trx: Transaction<Database>, asked: Asked): Promise<void> {
  const notes = await openNotes(trx, asked);
  if (notes.length >= MOST_OPEN || notes.includes(asked.noteId)) throw new TooManyOpen();
}
