import type { Kysely, Transaction } from 'kysely';
import type { TakenNote } from '@/lib/protocol/handover';
import type { Database } from '@/server/db/schema';
import { type Asking, isOver, toHandover } from './read-handover';
import { type HandoverRow, isFor } from './who-may';

type Trx = Transaction<Database>;
type Change = Partial<Pick<HandoverRow, 'state' | 'taken_by' | 'taken_at'>>;

/** Two who want it at once: the second waits here for the first, and then finds what became of it. */
async function lockHandover(trx: Trx, handoverId: string): Promise<HandoverRow | undefined> {
  const owner = await trx
    .selectFrom('handover_owners')
    .select('customer_id')
    .where('handover_id', '=', handoverId)
    .executeTakeFirst();
  if (!owner) return undefined;
  return trx
    .selectFrom('handovers')
    .selectAll()
    .where('customer_id', '=', owner.customer_id)
    .where('handover_id', '=', handoverId)
    .forUpdate()
    .executeTakeFirst();
}

async function write(trx: Trx, { customer_id, handover_id }: HandoverRow, change: Change): Promise<void> {
  await trx
    .updateTable('handovers')
    .set(change)
    .where('customer_id', '=', customer_id)
    .where('handover_id', '=', handover_id)
    .execute();
}

async function whole(trx: Trx, row: HandoverRow, reader: Asking['reader']): Promise<TakenNote> {
  return { handover: await toHandover(trx, row, reader), customer: row.customer_ref, moves: row.moves };
}

/**
 * One alone gets it. Asked again by who has it, it is given again: the first answer may have been lost.
 * @returns null where it is nothing for this reader: not theirs, taken by another, withdrawn, over
 */
export function takeHandover(db: Kysely<Database>, handoverId: string, { reader, now }: Asking) {
  return db.transaction().execute(async (trx): Promise<TakenNote | null> => {
    const row = await lockHandover(trx, handoverId);
    if (!row || row.given_by === reader.id) return null;
    if (row.taken_by === reader.id) return whole(trx, row, reader);
    if (row.state !== 'waiting' || isOver(row, now) || !(await isFor(trx, row, reader))) return null;
    const taken = { state: 'taken', taken_by: reader.id, taken_at: now } as const;
    await write(trx, row, taken);
    return whole(trx, { ...row, ...taken }, reader);
  });
}

/** Its giver gets it back, if nobody has taken it; asked again, once more. @returns null where it is not theirs any more */
export function withdrawHandover(db: Kysely<Database>, handoverId: string, { reader }: Asking) {
  return db.transaction().execute(async (trx): Promise<TakenNote | null> => {
    const row = await lockHandover(trx, handoverId);
    if (!row || row.given_by !== reader.id || row.state === 'taken') return null;
    if (row.state === 'waiting') await write(trx, row, { state: 'withdrawn' });
    return whole(trx, row, reader);
  });
}

/** Its giver has read what became of it: it isn't listed any more. One that still waits stays listed. */
export async function closeHandover(db: Kysely<Database>, handoverId: string, { reader }: Asking) {
  await db.transaction().execute(async (trx) => {
    const row = await lockHandover(trx, handoverId);
    if (!row || row.given_by !== reader.id || row.state === 'waiting') return;
    await trx
      .updateTable('handover_owners')
      .set({ open: false })
      .where('handover_id', '=', handoverId)
      .execute();
  });
}
