import type { SignedInUser } from '@/server/auth/verify-access-token';

/**
 * Whose notes somebody may see at the desk. Everybody's, as long as there are no teams that say otherwise: the one place
 * that is to change then, for the list and for each note alike.
 * @returns ids of authors; null for everybody's
 */
export function authorsSeenBy(_viewer: SignedInUser): readonly string[] | null {
  return null;
}
