import type { Transaction } from 'kysely';
import { DAY } from '@/lib/platform/clock';
import { countPaced } from '@/server/count-paced';
import type { Database } from '@/server/db/schema';
import { Rejection } from './rejection';

/** Notes of a week without a network come at once: this is still more strangers than anybody speaks with in one. */
export const MOST_NEWCOMERS_A_DAY = 1000;

/**
 * Counts one more customer made by what somebody sent, in the transaction that makes them.
 * @throws Rejection `too-many-newcomers` when they have had all of a day
 */
export async function countNewcomer(
  trx: Transaction<Database>,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const { made } = await countPaced(trx, { by, what: 'newcomer', at, span: DAY });
  if (made > MOST_NEWCOMERS_A_DAY) {
    const message = `${MOST_NEWCOMERS_A_DAY} customers came of what you sent within a day, which is all: send it again a day later`;
    throw new Rejection('too-many-newcomers', message);
  }
}
