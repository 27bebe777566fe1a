import type { Selectable } from 'kysely';
import type { SignedInUser } from '@/server/auth/verify-access-token';
import type { Database } from '@/server/db/schema';

export type HandoverRow = Selectable<Database['handovers']>;
type Reader = Pick<SignedInUser, 'id' | 'team'>;

/** Is it for this reader: named, or one of the team? Nobody else's half-written note is anybody's to read. */
export function isFor(row: Pick<HandoverRow, 'to_team' | 'to_user'>, { id, team }: Reader): boolean {
  return row.to_user === null ? row.to_team === team : row.to_user === id;
}
