import { APIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import type { Role } from '@/lib/protocol/roles';
import type { Database } from '@/server/db/schema';

/**
 * Lets a right password sign in nobody but people of this role. Asked once the password was right: a stranger who tries
 * addresses must not be told whose they are.
 */
export function passwordsOnlyFor(db: Kysely<Database>, role: Role) {
  return {
    session: {
      create: {
        before: async ({ userId }: { userId: string }, ctx: { path?: string | undefined } | null) => {
          if (ctx !== null && ctx.path !== '/sign-in/email') return;
          const user = await db.selectFrom('user').select('role').where('id', '=', userId).executeTakeFirst();
          if (user?.role !== role)
            throw new APIError('FORBIDDEN', { code: 'PASSWORDS_ARE_OFF', message: 'Not by password' });
        },
      },
    },
  };
}
