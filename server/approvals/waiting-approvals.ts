import type { Kysely } from 'kysely';
import type { WaitingApproval } from '@/lib/protocol/approval';
import type { Database } from '@/server/db/schema';
import { FORMER_USER } from '@/server/name-of-user';
import { isAsked } from './answer-approval';
import { approvalFacts } from './approval-facts';
import { type ApprovalRow, namesFor, stateOf, toApproval } from './approval-row';

/** More than one person can answer in the minutes that a question lives. */
const MOST = 100;

/** Whatever else waits for others: what this one may be asked by now, the oldest first; then each where it lies. */
async function waiting(db: Kysely<Database>, userId: string, now: Date): Promise<ApprovalRow[]> {
  const theirs = await db
    .selectFrom('approval_people')
    .select(['approval_id', 'customer_id'])
    .where('user_id', '=', userId)
    .where('asked_from', '<=', now)
    .where('expires_at', '>', now)
    .orderBy('asked_from')
    .limit(MOST)
    .execute();
  if (theirs.length === 0) return [];
  return db
    .selectFrom('approvals')
    .selectAll()
    .where('customer_id', 'in', [...new Set(theirs.map((o) => o.customer_id))])
    .where(
      'approval_id',
      'in',
      theirs.map((o) => o.approval_id),
    )
    .where('state', '=', 'waiting')
    .execute();
}

async function customersOf(db: Kysely<Database>, rows: readonly ApprovalRow[]) {
  const ids = [...new Set(rows.map((row) => row.customer_id))];
  if (ids.length === 0) return { names: new Map<string, string>(), numbers: new Map<string, number>() };
  const customers = await db
    .selectFrom('customers')
    .select(['customer_id', 'name'])
    .where('customer_id', 'in', ids)
    .execute();
  const numbers = await db
    .selectFrom('card_numbers')
    .select(['customer_id', 'number'])
    .where('customer_id', 'in', ids)
    .execute();
  return {
    names: new Map(customers.map((c) => [c.customer_id, c.name])),
    numbers: new Map(numbers.map((c) => [c.customer_id, c.number])),
  };
}

/** What waits for this user's answer now, the oldest first. */
export async function waitingApprovals(
  db: Kysely<Database>,
  userId: string,
  now: Date,
): Promise<WaitingApproval[]> {
  const rows = (await waiting(db, userId, now)).filter(
    (row) => stateOf(row, now) === 'waiting' && isAsked(row, userId, now),
  );
  rows.sort((a, b) => a.asked_at.getTime() - b.asked_at.getTime());
  const users = await namesFor(db, rows);
  const { names, numbers } = await customersOf(db, rows);
  const facts = await approvalFacts(db, rows, now);
  return rows.map((row) => ({
    ...toApproval(row, users, now),
    askedBy: users.get(row.asked_by) ?? { name: FORMER_USER, team: '' },
    customerName: names.get(row.customer_id) ?? '',
    cardNumber: numbers.get(row.customer_id) ?? null,
    facts: facts.get(row.approval_id) ?? null,
  }));
}
