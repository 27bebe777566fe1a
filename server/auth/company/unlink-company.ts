import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';
import { COMPANY_PROVIDER } from './company';

/**
 * Forgets by which account of the company's provider somebody is known: the next that comes with their address is theirs. They
 * are signed out everywhere.
 * @throws Error when none is known
 */
export async function unlinkCompany(db: Kysely<Database>, email: string): Promise<void> {
  const address = email.trim().toLowerCase();
  await db.transaction().execute(async (trx) => {
    const theirs = trx.selectFrom('user').select('id').where('email', '=', address);
    const { numDeletedRows } = await trx
      .deleteFrom('account')
      .where('providerId', '=', COMPANY_PROVIDER)
      .where('userId', 'in', theirs)
      .executeTakeFirst();
    if (numDeletedRows === 0n)
      throw new Error(`Nobody with the address ${address} came by the company's sign-in.`);
    // Whoever holds that account may be somebody else by now: what it opened is closed.
    for (const table of ['session', 'oauthAccessToken', 'oauthRefreshToken'] as const)
      await trx.deleteFrom(table).where('userId', 'in', theirs).execute();
  });
}
