import type { Kysely, Transaction } from 'kysely';
import { turnsEnd } from '@/lib/domain/approval-turn';
import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import { SECOND } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { ApprovalRequest } from '@/lib/protocol/approval';
import { markDirty } from '@/server/cards/mark-dirty';
import { inTransaction } from '@/server/db/in-transaction';
import { readPlaybook } from '@/server/db/read-playbook';
import type { Database } from '@/server/db/schema';
import { resolveCustomer } from '@/server/mutations/resolve-customer';
import { storable } from '@/server/storable';
import { type ApprovalRow, findApproval } from './approval-row';
import { assertFewOpen, lockAsker } from './few-open';
import { peopleToAsk } from './people-to-ask';

type Trx = Transaction<Database>;
type Asking = { request: ApprovalRequest; asker: { id: string }; at: Date };

/** @returns false when the same question was asked in between */
async function claim(
  trx: Trx,
  row: { approval_id: string; customer_id: string; expires_at: Date; asked_by: string },
) {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('approval_owners')
    .values(row)
    .onConflict((c) => c.column('approval_id').doNothing())
    .executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}

/** Who may be asked from when on; what nobody can answer any more is forgotten. */
async function rememberPeople(
  trx: Trx,
  row: { approval_id: string; customer_id: string; expires_at: Date },
  { people, at, turnSeconds }: { people: readonly string[]; at: Date; turnSeconds: number },
): Promise<void> {
  if (people.length === 0) return;
  await trx
    .deleteFrom('approval_people')
    .where('user_id', 'in', people)
    .where('expires_at', '<', at)
    .execute();
  const turn = (nth: number) => new Date(at.getTime() + nth * turnSeconds * SECOND);
  await trx
    .insertInto('approval_people')
    .values(people.map((user_id, nth) => ({ ...row, user_id, asked_from: turn(nth) })))
    .execute();
}

async function insert(trx: Trx, customerId: string, { request, asker, at }: Asking): Promise<void> {
  const people = await peopleToAsk(trx, asker.id);
  const { approvalSeconds } = await readPlaybook(trx);
  const ends = turnsEnd({ askedAt: at, turnSeconds: approvalSeconds, people: people.length });
  const owned = { customer_id: customerId, approval_id: request.id };
  if (!(await claim(trx, { ...owned, expires_at: ends, asked_by: asker.id }))) return;
  await rememberPeople(trx, { ...owned, expires_at: ends }, { people, at, turnSeconds: approvalSeconds });
  await trx
    .insertInto('approvals')
    .values({
      ...owned,
      note_id: request.noteId,
      asked_by: asker.id,
      asked_at: at,
      action_code: storable(request.actionCode),
      amount_minor: request.amountMinor,
      why: maskCardNumbers(storable(request.why)),
      people: JSON.stringify(people),
      turn_seconds: approvalSeconds,
      expires_at: ends,
      state: 'waiting',
      answered_by: null,
      answered_at: null,
      answer: '',
    })
    .execute();
}

/**
 * Asks, once: a question with an id that is there already is the one that is there.
 * @returns null where that one is somebody else's
 * @throws Rejection where nobody can tell which customer it is about; TooManyOpen
 */
export async function askApproval(db: Kysely<Database>, asking: Asking): Promise<ApprovalRow | null> {
  const { request, asker, at } = asking;
  const known = await findApproval(db, request.id);
  if (!known)
    await inTransaction(db, async (trx) => {
      await lockAsker(trx, asker.id);
      if (await findApproval(trx, request.id)) return;
      await assertFewOpen(trx, { askedBy: asker.id, noteId: request.noteId, at });
      const fresh = uuidv7(at);
      const customerId = await resolveCustomer(trx, request.customer, {
        customerId: fresh,
        at,
        by: asker.id,
      });
      if (customerId === fresh) await markDirty(trx, [customerId], at);
      await insert(trx, customerId, asking);
    });
  const row = known ?? (await findApproval(db, request.id));
  return row?.asked_by === asker.id ? row : null;
}
