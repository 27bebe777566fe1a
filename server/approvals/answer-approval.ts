import type { Kysely } from 'kysely';
import type { ApprovalAnswer, ApprovalState } from '@/lib/domain/approval';
import { mayAnswerBy } from '@/lib/domain/approval-turn';
import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import type { Database } from '@/server/db/schema';
import { storable } from '@/server/storable';
import { type ApprovalRow, asked, findApproval, stateOf } from './approval-row';

type Ending = { state: Exclude<ApprovalState, 'waiting' | 'unanswered'>; by: string; line: string; at: Date };

/** One statement: of two that end the same question at once, the second finds none that waits. */
async function end(
  db: Kysely<Database>,
  row: ApprovalRow,
  { state, by, line, at }: Ending,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('approvals')
    .set({ state, answered_by: by, answered_at: at, answer: maskCardNumbers(storable(line)) })
    .where('customer_id', '=', row.customer_id)
    .where('approval_id', '=', row.approval_id)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  // Nobody has to look at it any more; one that was left behind is seen to be answered all the same.
  await db.deleteFrom('approval_people').where('approval_id', '=', row.approval_id).execute();
  return true;
}

/** Is it this user's to answer, by now or ever? Those whose turn is still to come may not. */
export function isAsked(row: ApprovalRow, userId: string, now: Date): boolean {
  const turns = stateOf(row, now) === 'waiting' ? mayAnswerBy(asked(row), now) : row.people.length;
  return row.people.slice(0, turns).includes(userId);
}

type Answering = { id: string; userId: string; answer: ApprovalAnswer; line: string; at: Date };
export type Answered = { counted: boolean; row: ApprovalRow };

/**
 * Answers, if it is this user's to answer and still waits. An answer that was lost on its way back and is sent again
 * counts as before.
 * @returns null where there is no such question for this user
 */
export async function answerApproval(db: Kysely<Database>, answering: Answering): Promise<Answered | null> {
  const { id, userId, answer, line, at } = answering;
  const row = await findApproval(db, id);
  if (!row || !isAsked(row, userId, at)) return null;
  const ended = await end(db, row, { state: answer, by: userId, line, at });
  const now = await findApproval(db, id);
  if (!now) return null;
  return { counted: ended || (now.answered_by === userId && now.state === answer), row: now };
}

/**
 * Takes a question back. One that was answered just before stays answered, and says so.
 * @returns null where it is not this user's
 */
export async function withdrawApproval(
  db: Kysely<Database>,
  { id, userId, at }: { id: string; userId: string; at: Date },
): Promise<ApprovalRow | null> {
  const row = await findApproval(db, id);
  if (row?.asked_by !== userId) return null;
  await end(db, row, { state: 'withdrawn', by: userId, line: '', at });
  return (await findApproval(db, id)) ?? null;
}
