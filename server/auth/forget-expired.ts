import type { Kysely } from 'kysely';
import { DAY } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';

/**
 * Deletes what has run out: tokens, codes, sessions, counts of attempts. An extension asks for a token each hour, so
 * these rows would else outnumber all others.
 * @param at real time
 */
export async function forgetExpired(db: Kysely<Database>, at: Date): Promise<void> {
  // A day later than it must: a clock set wrong signs nobody out.
  const before = new Date(at.getTime() - DAY);
  await db.deleteFrom('oauthAccessToken').where('expiresAt', '<', before).execute();
  await db.deleteFrom('oauthRefreshToken').where('expiresAt', '<', before).execute();
  await db.deleteFrom('verification').where('expiresAt', '<', before).execute();
  await db.deleteFrom('session').where('expiresAt', '<', before).execute();
  await db.deleteFrom('sign_in_attempts').where('since', '<', before).execute();
}
