import type { Kysely } from 'kysely';
import { MOST_NAMED_A_DAY } from '@/lib/domain/signal';
import { DAY } from '@/lib/platform/clock';
import type { NamedSignal } from '@/lib/protocol/signals';
import type { SignedInUser } from '@/server/auth/verify-access-token';
import { countPaced } from '@/server/count-paced';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';

type Giving = { giver: Pick<SignedInUser, 'id' | 'team'>; at: Date };

/** Thrown to undo what was begun for a signal that is one too many. */
class TooMany extends Error {}

/**
 * Keeps what somebody noticed, once, with their name.
 * @returns false where it would be one too many of theirs today
 */
export async function keepNamed(
  db: Kysely<Database>,
  { id, ...said }: NamedSignal,
  { giver, at }: Giving,
): Promise<boolean> {
  try {
    await inTransaction(db, async (trx) => {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('signals')
        .values({ signal_id: id, ...said, team: giver.team.id, given_by: giver.id })
        .onConflict((conflict) => conflict.column('signal_id').doNothing())
        .executeTakeFirst();
      if (!numInsertedOrUpdatedRows) return;
      const { made } = await countPaced(trx, { by: giver.id, what: 'signal', at, span: DAY });
      if (made > MOST_NAMED_A_DAY) throw new TooMany();
    });
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}
