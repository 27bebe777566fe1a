import { type Kysely, sql } from 'kysely';
import type { Database } from '@/server/db/schema';
import { hashToken } from '../hash-token';
import { COMPANY_PROVIDER } from './company';

const keyOf = (email: string) => hashToken(email.trim().toLowerCase());

/**
 * Whether somebody with this address, or who came by this account of the company's provider under whatever address, was
 * taken out of the store: the company's sign-in makes no new rep of them.
 */
export async function wasRemoved(
  db: Kysely<Database>,
  { email, accountId }: { email: string; accountId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('removed_people')
    .select('email_hash')
    .where((eb) =>
      eb.or([
        eb('email_hash', '=', keyOf(email)),
        sql<boolean>`${hashToken(accountId)} = any(account_hashes)`,
      ]),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes somebody out of the store: from this moment no token, session or password of theirs counts. Their notes stay.
 * @param at real time
 * @throws Error when there is nobody with this address
 */
export async function removeUser(db: Kysely<Database>, email: string, at: Date): Promise<void> {
  const address = email.trim().toLowerCase();
  await db.transaction().execute(async (trx) => {
    const accounts = await trx
      .selectFrom('account')
      .innerJoin('user', 'user.id', 'account.userId')
      .select('accountId')
      .where('user.email', '=', address)
      .where('providerId', '=', COMPANY_PROVIDER)
      .execute();
    const { numDeletedRows } = await trx.deleteFrom('user').where('email', '=', address).executeTakeFirst();
    if (numDeletedRows === 0n) throw new Error(`There is nobody with the address ${address}.`);
    const removed = { at, account_hashes: accounts.map(({ accountId }) => hashToken(accountId)) };
    await trx
      .insertInto('removed_people')
      .values({ email_hash: keyOf(address), ...removed })
      .onConflict((c) => c.column('email_hash').doUpdateSet(removed))
      .execute();
  });
}

/** Whoever is added again by hand may come in again by the company, too. */
export async function forgetRemoval(db: Kysely<Database>, email: string): Promise<void> {
  await db.deleteFrom('removed_people').where('email_hash', '=', keyOf(email)).execute();
}
