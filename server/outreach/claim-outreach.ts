import { type ExpressionBuilder, type Kysely, type Selectable, sql } from 'kysely';
import type { MayCall } from '@/lib/domain/outreach';
import type { Database } from '@/server/db/schema';

type Db = Kysely<Database>;
export type OutreachRow = Selectable<Database['outreach']>;
/** Who asks, and when it is. */
export type Asking = { userId: string; now: Date };

type Eb = ExpressionBuilder<Database, 'outreach'>;

/** In nobody's hands. */
export const isFree = (now: Date) => (eb: Eb) =>
  eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]);

const isEntry = ({ customer_id, outreach_id }: Pick<OutreachRow, 'customer_id' | 'outreach_id'>) =>
  sql<boolean>`customer_id = ${customer_id} and outreach_id = ${outreach_id}`;

/** @returns false when somebody else was quicker: this one statement decides, whatever was read before it */
export async function claim(db: Db, row: OutreachRow, by: Asking & { until: Date }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outreach')
    .set({ claimed_by: by.userId, claimed_until: by.until })
    .where(isEntry(row))
    .where('state', '=', 'waiting')
    .where((eb) => eb.or([isFree(by.now)(eb), eb('claimed_by', '=', by.userId)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whoever must not be called now stays on the list, and is not looked at before that can be another. */
export async function putOff(db: Db, row: OutreachRow, no: Extract<MayCall, { call: false }>): Promise<void> {
  const stillWished = row.waits_for === 'call-back' && (no.why === 'hours' || no.why === 'called-today');
  await db
    .updateTable('outreach')
    .set({ not_before: no.again, waits_for: stillWished ? 'call-back' : no.why })
    .set({ claimed_by: null, claimed_until: null })
    .where(isEntry(row))
    .where('state', '=', 'waiting')
    .execute();
}

/** Without a result: somebody else may have them, in a moment, or this rep later. */
export async function giveBack(db: Db, row: OutreachRow, by: Asking & { again: Date }): Promise<void> {
  await db
    .updateTable('outreach')
    .set({ claimed_by: null, claimed_until: null, not_before: by.again })
    .set({ waits_for: row.waits_for === 'call-back' ? 'call-back' : 'given-back' })
    .where(isEntry(row))
    .where('state', '=', 'waiting')
    .where('claimed_by', '=', by.userId)
    .execute();
}

type Ending = Pick<OutreachRow, 'state' | 'attempts' | 'not_before' | 'waits_for' | 'ended_at'> & {
  resultId: string;
};

/** @returns false when the entry isn't in this rep's hands any more */
export async function writeResult(
  db: Db,
  row: OutreachRow,
  { userId, now, resultId, ...ending }: Asking & Ending,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('outreach')
    .set({ ...ending, last_result_id: resultId, last_result_by: userId, last_attempt_at: now })
    .set({ claimed_by: null, claimed_until: null })
    .where(isEntry(row))
    .where('state', '=', 'waiting')
    // Nobody counts a call twice: what was read before may be old by now.
    .where('attempts', '=', row.attempts)
    .where('claimed_by', '=', userId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The entry, by the number that a client knows its customer by. */
export async function readEntry(
  db: Db,
  { number, outreachId }: { number: number; outreachId: string },
): Promise<OutreachRow | undefined> {
  const owner = await db
    .selectFrom('card_numbers')
    .select('customer_id')
    .where('number', '=', number)
    .executeTakeFirst();
  if (!owner) return undefined;
  return db
    .selectFrom('outreach')
    .selectAll()
    .where(isEntry({ customer_id: owner.customer_id, outreach_id: outreachId }))
    .executeTakeFirst();
}
