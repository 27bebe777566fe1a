import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Role } from '@/lib/protocol/roles';
import type { Database } from '@/server/db/schema';
import { teamByName } from '@/server/teams/team-by-name';
import { forgetRemoval } from './company/removed-people';

export type NewUser = {
  email: string;
  name: string;
  /** null for whoever comes in by the company's sign-in alone */
  password: string | null;
  role: Role;
  /** by its name, made where there is none yet; empty for no team */
  team: string;
  /** teams by name; where nothing is said, a supervisor's own */
  supervises?: readonly string[];
};

const SHORTEST_PASSWORD = 10;

type Joining = Pick<NewUser, 'role' | 'team' | 'supervises'> & { id: string; teamId: string; at: Date };

async function joinTeams(trx: Transaction<Database>, { id, teamId, at, ...user }: Joining): Promise<void> {
  if (teamId !== '') await trx.insertInto('team_members').values({ team_id: teamId, user_id: id }).execute();
  if (user.role !== 'supervisor') return;
  for (const name of user.supervises ?? [user.team]) {
    if (name === '') continue;
    const team_id = await teamByName(trx, name, at);
    await trx.insertInto('team_supervisors').values({ team_id, user_id: id }).execute();
  }
}

/**
 * Adds a person who may sign in with e-mail and password, or by the company's sign-in. Nothing does so over HTTP.
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
    const teamId = user.team === '' ? '' : await teamByName(trx, user.team, at);
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('user')
      .values({ id, email, name: user.name, emailVerified: true, role: user.role, team: teamId, ...times })
      .onConflict((c) => c.column('email').doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) throw new Error(`There is a user with the address ${email} already.`);
    await joinTeams(trx, { ...user, id, teamId, at });
    await forgetRemoval(trx, email);
    if (password === null) return;
    await trx
      .insertInto('account')
      .values({ id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password, ...times })
      .execute();
  });
  return id;
}
