import type { Kysely } from 'kysely';
import { HOUR } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import type { Asking } from './claim-outreach';

type Db = Kysely<Database>;

/** More than anybody dials in an hour. Who gives each back and asks for the next would read the whole list, and stop it. */
export const MOST_AN_HOUR = 40;

/** @returns from when on they may be offered somebody new again; null where they may be now */
export async function pausedUntil(db: Db, { userId, now }: Asking): Promise<Date | null> {
  const row = await db
    .selectFrom('outreach_pace')
    .select(['since', 'offered'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (!row || row.offered < MOST_AN_HOUR) return null;
  const until = new Date(row.since.getTime() + HOUR);
  return until > now ? until : null;
}

/** One more; nothing is kept of an hour that is over. */
export async function countOffered(db: Db, { userId, now }: Asking): Promise<void> {
  const over = new Date(now.getTime() - HOUR);
  await db
    .insertInto('outreach_pace')
    .values({ user_id: userId, since: now, offered: 1 })
    .onConflict((c) =>
      c.column('user_id').doUpdateSet((eb) => ({
        since: eb
          .case()
          .when('outreach_pace.since', '<=', over)
          .then(eb.ref('excluded.since'))
          .else(eb.ref('outreach_pace.since'))
          .end(),
        offered: eb
          .case()
          .when('outreach_pace.since', '<=', over)
          .then(1)
          .else(eb('outreach_pace.offered', '+', 1))
          .end(),
      })),
    )
    .execute();
}
