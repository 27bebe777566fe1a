import { type Kysely, sql, type Transaction } from 'kysely';
import type { NameTeam, PlaceInTeam } from '@/lib/protocol/teams';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';

type Trx = Transaction<Database>;

/** Whoever changes a team or who is in it waits here for whoever does. */
async function lockTeam(trx: Trx, teamId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('teams')
    .select('team_id')
    .where('team_id', '=', teamId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** One person put into a team and out of another at once: the second sees what the first did. */
async function lockPeople(trx: Trx, ids: readonly string[]) {
  return trx
    .selectFrom('user')
    .select(['id', 'role'])
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The team that goes first for these people is one that they belong to: as long as they do it stays. */
async function settleFirstTeam(trx: Trx, ids: readonly string[]): Promise<void> {
  await sql`
    update "user" set team = coalesce((
      select m.team_id from team_members m join teams t on t.team_id = m.team_id
      where m.user_id = "user".id order by t.name limit 1), '')
    where id = any(${ids}::text[])
      and team not in (select team_id from team_members m where m.user_id = "user".id)`.execute(trx);
}

/**
 * Makes a team, or gives the one with this id another name.
 * @returns false where another team has the name
 */
export async function nameTeam(db: Kysely<Database>, { id, name }: NameTeam): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('teams')
      .values({ team_id: id, name })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows) return true;
    if (!(await lockTeam(trx, id))) return false;
    const other = await trx
      .selectFrom('teams')
      .select('team_id')
      .where('name', '=', name)
      .where('team_id', '!=', id)
      .executeTakeFirst();
    if (other) return false;
    await trx.updateTable('teams').set({ name }).where('team_id', '=', id).execute();
    return true;
  });
}

/**
 * Removes a team. Its people stay in the others that they belong to. What was handed to it and waits is over: nobody could
 * take it any more, and its giver reads so while they can still do something else.
 * @returns false where there is none
 */
export async function removeTeam(
  db: Kysely<Database>,
  { teamId, now }: { teamId: string; now: Date },
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await lockTeam(trx, teamId))) return false;
    const members = await trx
      .selectFrom('team_members')
      .select('user_id')
      .where('team_id', '=', teamId)
      .execute();
    const ids = members.map((member) => member.user_id);
    await lockPeople(trx, ids);
    await trx
      .updateTable('handovers')
      .set({ expires_at: now })
      .where('to_team', '=', teamId)
      .where('state', '=', 'waiting')
      .where('expires_at', '>', now)
      .execute();
    await trx.deleteFrom('teams').where('team_id', '=', teamId).execute();
    await settleFirstTeam(trx, ids);
    return true;
  });
}

async function setIn(
  trx: Trx,
  table: 'team_members' | 'team_supervisors',
  { teamId, userId, is }: { teamId: string; userId: string; is: boolean },
): Promise<void> {
  if (is) {
    await trx
      .insertInto(table)
      .values({ team_id: teamId, user_id: userId })
      .onConflict((c) => c.columns(['team_id', 'user_id']).doNothing())
      .execute();
    return;
  }
  await trx.deleteFrom(table).where('team_id', '=', teamId).where('user_id', '=', userId).execute();
}

/** Why nothing was changed; `placed` where it was. */
export type Placed = 'placed' | 'no-team' | 'no-person' | 'no-supervisor';

/** Says what somebody is to a team from now on: whether they belong to it, and whether they supervise it. */
export async function placeInTeam(
  db: Kysely<Database>,
  { teamId, userId, member, supervises }: PlaceInTeam,
): Promise<Placed> {
  return inTransaction(db, async (trx) => {
    if (!(await lockTeam(trx, teamId))) return 'no-team';
    const [person] = await lockPeople(trx, [userId]);
    if (!person) return 'no-person';
    if (supervises && person.role !== 'supervisor') return 'no-supervisor';
    await setIn(trx, 'team_members', { teamId, userId, is: member });
    await setIn(trx, 'team_supervisors', { teamId, userId, is: supervises });
    await settleFirstTeam(trx, [userId]);
    return 'placed';
  });
}
