import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';
import { hashToken } from './hash-token';

/**
 * Ends the browser's session that a refresh token came from, so that the cookie signs nobody in any more. Whoever
 * signs out at a shared desk hands the browser to the next person. A token that is unknown ends nothing.
 */
export async function endBrowserSession(db: Kysely<Database>, refreshToken: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('id', 'in', (named) =>
      named
        .selectFrom('oauthRefreshToken')
        .select('sessionId')
        .where('token', '=', hashToken(refreshToken))
        .where('sessionId', 'is not', null)
        .$narrowType<{ sessionId: string }>(),
    )
    .execute();
}
