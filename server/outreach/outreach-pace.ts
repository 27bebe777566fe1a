import type { Kysely } from 'kysely';
import { HOUR } from '@/lib/platform/clock';
import { countPaced } from '@/server/count-paced';
import type { Database } from '@/server/db/schema';
import type { Asking } from './claim-outreach';

type Db = Kysely<Database>;

/** More than anybody dials in an hour. Who gives each back and asks for the next would read the whole list, and stop it. */
export const MOST_AN_HOUR = 40;

/** @returns from when on they may be offered somebody new again; null where they may be now */
export async function pausedUntil(db: Db, { userId, now }: Asking): Promise<Date | null> {
  const row = await db
    .selectFrom('pace')
    .select(['since', 'made'])
    .where('user_id', '=', userId)
    .where('what', '=', 'outreach')
    .executeTakeFirst();
  if (!row || row.made < MOST_AN_HOUR) return null;
  const until = new Date(row.since.getTime() + HOUR);
  return until > now ? until : null;
}

/** One more. */
export async function countOffered(db: Db, { userId, now }: Asking): Promise<void> {
  await countPaced(db, { by: userId, what: 'outreach', at: now, span: HOUR });
}
