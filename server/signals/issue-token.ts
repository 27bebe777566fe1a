import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';
import { signBlindly, teamKey } from './team-key';

type Asked = { userId: string; team: string; month: string; blinded: Uint8Array };

/**
 * One token for each person and month, and the same one again for whoever lost the answer on the way. That they have it is
 * written down, and says nothing: every extension fetches it, whether or not a signal is ever given.
 * @returns null when this person has another token of that month already, or the number can't be signed
 */
export async function issueToken(
  db: Kysely<Database>,
  { userId, team, month, blinded }: Asked,
): Promise<Uint8Array | null> {
  const signature = signBlindly(await teamKey(db, { team, month }), blinded);
  if (!signature) return null;
  const hash = createHash('sha256').update(blinded).digest('hex');
  await db
    .insertInto('signal_tokens')
    .values({ user_id: userId, month, blinded_hash: hash })
    .onConflict((c) => c.columns(['user_id', 'month']).doNothing())
    .execute();
  const { blinded_hash } = await db
    .selectFrom('signal_tokens')
    .select('blinded_hash')
    .where('user_id', '=', userId)
    .where('month', '=', month)
    .executeTakeFirstOrThrow();
  return blinded_hash === hash ? signature : null;
}
