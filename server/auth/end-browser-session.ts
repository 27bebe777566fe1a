import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';
import { hashToken } from './hash-token';

/**
 * Ends the browser's session that a revoked refresh token came from, so that the cookie signs nobody in any more:
 * whoever signs out at a shared desk hands the browser to the next person. A token that is unknown, or that the
 * provider would not revoke, ends nothing.
 */
export async function endBrowserSession(db: Kysely<Database>, refreshToken: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('id', 'in', (named) =>
      named
        .selectFrom('oauthRefreshToken')
        .select('sessionId')
        .where('token', '=', hashToken(refreshToken))
        .where('revoked', 'is not', null)
        .where('sessionId', 'is not', null)
        .$narrowType<{ sessionId: string }>(),
    )
    .execute();
}
