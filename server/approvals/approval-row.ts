import type { Kysely, Selectable } from 'kysely';
import { approvalTurn } from '@/lib/domain/approval-turn';
import type { Approval } from '@/lib/protocol/approval';
import type { Database } from '@/server/db/schema';
import { FORMER_USER } from '@/server/name-of-user';

export type ApprovalRow = Selectable<Database['approvals']>;

/** What `approvalTurn` goes by. */
export const asked = (row: ApprovalRow) => ({
  askedAt: row.asked_at,
  turnSeconds: row.turn_seconds,
  people: row.people.length,
});

/** What became of it by now: nobody writes down that everybody's time is over. */
export function stateOf(row: ApprovalRow, now: Date): Approval['state'] {
  const isOver = row.state === 'waiting' && approvalTurn(asked(row), now).state === 'nobody';
  return isOver ? 'unanswered' : row.state;
}

/** @returns undefined where there is no such approval */
export async function findApproval(db: Kysely<Database>, id: string): Promise<ApprovalRow | undefined> {
  const owner = await db
    .selectFrom('approval_owners')
    .select('customer_id')
    .where('approval_id', '=', id)
    .executeTakeFirst();
  if (!owner) return undefined;
  return db
    .selectFrom('approvals')
    .selectAll()
    .where('customer_id', '=', owner.customer_id)
    .where('approval_id', '=', id)
    .executeTakeFirst();
}

/** From ids to names, for all of these rows at once. */
export async function namesFor(
  db: Kysely<Database>,
  rows: readonly ApprovalRow[],
): Promise<Map<string, { name: string; team: string }>> {
  const ids = [...new Set(rows.flatMap((r) => [...r.people, r.asked_by, r.answered_by ?? r.asked_by]))];
  if (ids.length === 0) return new Map();
  const users = await db
    .selectFrom('user')
    .leftJoin('teams', 'teams.team_id', 'user.team')
    .select(['user.id', 'user.name', 'teams.name as team'])
    .where('user.id', 'in', ids)
    .execute();
  return new Map(users.map(({ id, name, team }) => [id, { name, team: team ?? '' }]));
}

/** As it is told to who asked, or who may answer. */
export function toApproval(
  row: ApprovalRow,
  names: ReadonlyMap<string, { name: string }>,
  now: Date,
): Approval {
  const nameOf = (id: string) => names.get(id)?.name ?? FORMER_USER;
  return {
    id: row.approval_id,
    noteId: row.note_id,
    actionCode: row.action_code,
    amountMinor: row.amount_minor,
    why: row.why,
    askedAt: row.asked_at.toISOString(),
    now: now.toISOString(),
    turnSeconds: row.turn_seconds,
    people: row.people.map(nameOf),
    state: stateOf(row, now),
    answeredBy: row.answered_by === null ? null : nameOf(row.answered_by),
    answeredAt: row.answered_at?.toISOString() ?? null,
    answer: row.answer,
  };
}

/** The same for one alone. */
export async function tellApproval(db: Kysely<Database>, row: ApprovalRow, now: Date): Promise<Approval> {
  return toApproval(row, await namesFor(db, [row]), now);
}
