import type { ApprovalAnswer } from '@/lib/domain/approval';
import { AppError } from '@/lib/platform/app-error';
import type { StoredValue } from '@/lib/platform/stored-value';
import {
  type Approval,
  type ApprovalAnswered,
  approvalAnsweredSchema,
  approvalSchema,
  type WaitingApproval,
  waitingApprovalsSchema,
} from '@/lib/protocol/approval';
import { approverRoles, may } from '@/lib/protocol/roles';
import type { Account } from '@/lib/sync/account/account';
import { outcomeError } from '@/lib/sync/network/outcome-error';
import { type WaitingCount, waitingNow } from './waiting-count';

type AnswerDeps = {
  count: Pick<StoredValue<WaitingCount>, 'read' | 'write'>;
  account: Pick<Account, 'author' | 'state' | 'request' | 'organisation'>;
  /** another number waits than before */
  onCount(): void;
};

type Listed = { userId: string; approvals: WaitingApproval[] };
type Said = { userId: string; approvalId: string; answer: ApprovalAnswer; line: string };

/** Questions that wait for who is signed in here, and their answers. */
export function createAnswers({ count, account, onCount }: AnswerDeps) {
  async function counted(of: string, waiting: number): Promise<void> {
    const known = await count.read();
    if (known.of === of && known.waiting === waiting) return;
    await count.write({ of, waiting });
    onCount();
  }

  async function assertStill(userId: string): Promise<void> {
    if ((await account.author()).id !== userId) throw new AppError('identity-changed', 'someone else');
  }

  async function list(): Promise<Listed> {
    const { id: userId } = await account.author();
    const asked = { path: '/v1/approvals', schema: waitingApprovalsSchema };
    const answer = await account.request(asked, userId);
    if (answer.kind !== 'ok') throw outcomeError(answer);
    const { approvals } = answer.value;
    await counted(userId, approvals.length);
    return { userId, approvals };
  }

  return {
    list,

    /** In the name of whom the page showed it to. @throws {AppError} `identity-changed` where that is somebody else now */
    async answer({ userId, approvalId, ...body }: Said): Promise<ApprovalAnswered> {
      await assertStill(userId);
      const path = `/v1/approvals/${approvalId}/answer`;
      const answer = await account.request({ path, schema: approvalAnsweredSchema, body }, userId);
      if (answer.kind !== 'ok') throw outcomeError(answer);
      return answer.value;
    },

    /** For whom the page showed it to. @throws {AppError} `identity-changed` where that is somebody else now */
    async read({ userId, approvalId }: Pick<Said, 'userId' | 'approvalId'>): Promise<Approval> {
      await assertStill(userId);
      const path = `/v1/approvals/${approvalId}`;
      const answer = await account.request({ path, schema: approvalSchema }, userId);
      if (answer.kind !== 'ok') throw outcomeError(answer);
      return answer.value;
    },

    waiting: (): Promise<number> => waitingNow(count, account),

    /** Looks who waits, for somebody who may answer. Asks nothing for anyone else; a store out of reach changes nothing. */
    async look(): Promise<void> {
      const who = await account.state();
      const user = (await account.organisation())?.session.user;
      if (who.state !== 'signed-in' || !may(user?.role, approverRoles)) return counted('', 0);
      await list().catch(() => undefined);
    },
  };
}

export type Answers = ReturnType<typeof createAnswers>;
