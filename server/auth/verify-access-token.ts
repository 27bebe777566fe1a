import type { Kysely } from 'kysely';
import type { Role } from '@/lib/protocol/roles';
import type { Database } from '@/server/db/schema';
import { hashToken } from './hash-token';

export type SignedInUser = {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** the one that goes first for them; both empty where they belong to none */
  team: { id: string; name: string };
};

/**
 * Who an access token belongs to. Read from the database each time, so that a revoked token, a changed role and a
 * removed user count at once.
 * @param at real time
 * @returns null for a token that is unknown, expired, revoked or of a disabled client
 */
export async function verifyAccessToken(
  db: Kysely<Database>,
  token: string,
  at: Date,
): Promise<SignedInUser | null> {
  const row = await db
    .selectFrom('oauthAccessToken as token')
    .innerJoin('user', 'user.id', 'token.userId')
    .innerJoin('oauthClient as client', 'client.clientId', 'token.clientId')
    .leftJoin('teams', 'teams.team_id', 'user.team')
    .select(['user.id', 'user.name', 'user.email', 'user.role', 'user.team', 'teams.name as teamName'])
    .where('token.token', '=', hashToken(token))
    .where('token.expiresAt', '>', at)
    .where('token.revoked', 'is', null)
    .where('client.disabled', 'is not', true)
    .executeTakeFirst();
  if (!row) return null;
  const { team, teamName, ...user } = row;
  return { ...user, team: { id: team, name: teamName ?? '' } };
}
