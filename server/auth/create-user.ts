import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Kysely } from 'kysely';
import type { Role } from '@/lib/protocol/roles';
import type { Database } from '@/server/db/schema';
import { forgetRemoval } from './company/removed-people';

/** `password` is null for whoever comes in by the company's sign-in alone. */
export type NewUser = { email: string; name: string; password: string | null; role: Role; team: string };

const SHORTEST_PASSWORD = 10;

/**
 * Adds a person who may sign in with e-mail and password, or by the company's sign-in. There is no way to do so over HTTP.
 * @param at real time, not the clock of `--as-of`
 * @returns the new user's id
 * @throws Error when the address is taken or the password too short
 */
export async function createUser(db: Kysely<Database>, user: NewUser, at: Date): Promise<string> {
  const email = user.email.trim().toLowerCase();
  if (user.password !== null && user.password.length < SHORTEST_PASSWORD) {
    throw new Error(`The password for ${email} needs at least ${SHORTEST_PASSWORD} characters.`);
  }
  const id = randomUUID();
  const password = user.password === null ? null : await hashPassword(user.password);
  const times = { createdAt: at, updatedAt: at };
  await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('user')
      .values({ id, email, name: user.name, emailVerified: true, role: user.role, team: user.team, ...times })
      .onConflict((c) => c.column('email').doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) throw new Error(`There is a user with the address ${email} already.`);
    await forgetRemoval(trx, email);
    if (password === null) return;
    await trx
      .insertInto('account')
      .values({ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password, ...times })
      .execute();
  });
  return id;
}
