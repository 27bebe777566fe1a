import type { Transaction } from 'kysely';
import type { Database } from '@/server/db/schema';
import { Rejection } from '@/server/mutations/rejection';

/**
 * A note has the id of the handover that it was: only who has that in hand may store one under it, or another's would
 * keep their words out for good.
 * @throws Rejection `not-allowed`
 */
export async function assertInHand(
  trx: Transaction<Database>,
  noteId: string,
  userId: string,
): Promise<void> {
  const handover = await trx
    .selectFrom('handover_owners')
    .innerJoin('handovers', (on) =>
      on
        .onRef('handovers.customer_id', '=', 'handover_owners.customer_id')
        .onRef('handovers.handover_id', '=', 'handover_owners.handover_id'),
    )
    .select(['handovers.state', 'handovers.given_by', 'handovers.taken_by'])
    .where('handover_owners.handover_id', '=', noteId)
    .executeTakeFirst();
  const holder = handover?.state === 'taken' ? handover.taken_by : handover?.given_by;
  if (handover && holder !== userId) throw new Rejection('not-allowed', 'this note is in other hands');
}
