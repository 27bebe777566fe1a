import type { Kysely, Selectable } from 'kysely';
import type { SignedInUser } from '@/server/auth/verify-access-token';
import type { Database } from '@/server/db/schema';

export type HandoverRow = Selectable<Database['handovers']>;
type Reader = Pick<SignedInUser, 'id' | 'team'>;

/**
 * The teams whose handovers this reader may take: all that they belong to. Those who belong to none are one team by
 * themselves, by the empty id.
 */
export async function teamsOf(db: Kysely<Database>, { id, team }: Reader): Promise<string[]> {
  const rows = await db.selectFrom('team_members').select('team_id').where('user_id', '=', id).execute();
  return [team.id, ...rows.map((row) => row.team_id)];
}

/** Is it for this reader: named, or one of the team? Nobody else's half-written note is anybody's to read. */
export async function isFor(
  db: Kysely<Database>,
  row: Pick<HandoverRow, 'to_team' | 'to_user'>,
  reader: Reader,
): Promise<boolean> {
  if (row.to_user !== null) return row.to_user === reader.id;
  return row.to_team !== null && (await teamsOf(db, reader)).includes(row.to_team);
}
