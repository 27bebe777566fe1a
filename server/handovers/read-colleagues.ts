import type { Kysely } from 'kysely';
import type { Colleagues } from '@/lib/protocol/handover';
import { callRoles } from '@/lib/protocol/roles';
import type { SignedInUser } from '@/server/auth/verify-access-token';
import type { Database } from '@/server/db/schema';

const MOST = 10_000;

/** Everybody else who takes calls, by name and team; no address, no role. */
export async function readColleagues(
  db: Kysely<Database>,
  { id, team }: Pick<SignedInUser, 'id' | 'team'>,
): Promise<Colleagues> {
  const colleagues = await db
    .selectFrom('user')
    .select(['id', 'name', 'team'])
    .where('role', 'in', callRoles)
    .where('id', '!=', id)
    .orderBy('name')
    .limit(MOST)
    .execute();
  return { team, colleagues };
}
