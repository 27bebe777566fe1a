import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';
import { COMPANY_PROVIDER } from './company';

/**
 * Forgets by which account of the company's provider somebody is known: the next that comes with their address is theirs.
 * @throws Error when none is known
 */
export async function unlinkCompany(db: Kysely<Database>, email: string): Promise<void> {
  const address = email.trim().toLowerCase();
  const { numDeletedRows } = await db
    .deleteFrom('account')
    .where('providerId', '=', COMPANY_PROVIDER)
    .where('userId', 'in', (eb) => eb.selectFrom('user').select('id').where('email', '=', address))
    .executeTakeFirst();
  if (numDeletedRows === 0n)
    throw new Error(`Nobody with the address ${address} came by the company's sign-in.`);
}
