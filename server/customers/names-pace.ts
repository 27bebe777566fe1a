import type { Kysely } from 'kysely';
import { HOUR } from '@/lib/platform/clock';
import { countPaced } from '@/server/count-paced';
import type { Database } from '@/server/db/schema';

/** More than share lines in anybody's hour. Numbers in Heed are counted up: who asks for each would have the whole list. */
export const MOST_NAMES_AN_HOUR = 300;

type Asking = { userId: string; numbers: readonly number[]; now: Date };

/**
 * Counts the names that somebody asks for, those that they don't get too.
 * @returns how many that makes in their hour, and when it is over where that is too many; else null
 */
export async function countNames(db: Kysely<Database>, { userId, numbers, now }: Asking) {
  const asked = { by: userId, what: 'name', many: numbers.length, at: now, span: HOUR } as const;
  const { made, since } = await countPaced(db, asked);
  return made <= MOST_NAMES_AN_HOUR ? null : { made, until: new Date(since.getTime() + HOUR) };
}
