import type { ApprovalAnswer } from '@/lib/domain/approval';
import type { StoredValue } from '@/lib/platform/stored-value';
import {
  type ApprovalAnswered,
  approvalAnsweredSchema,
  type WaitingApproval,
  waitingApprovalsSchema,
} from '@/lib/protocol/approval';
import { approverRoles, may } from '@/lib/protocol/roles';
import type { Account } from '@/lib/sync/account/account';
import { outcomeError } from '@/lib/sync/network/outcome-error';

type AnswerDeps = {
  count: Pick<StoredValue<number>, 'read' | 'write'>;
  account: Pick<Account, 'state' | 'request' | 'organisation'>;
  /** another number waits than before */
  onCount(): void;
};

/** Questions that wait for who is signed in here, and their answers. */
export function createAnswers({ count, account, onCount }: AnswerDeps) {
  async function counted(waiting: number): Promise<void> {
    if ((await count.read()) === waiting) return;
    await count.write(waiting);
    onCount();
  }

  async function list(): Promise<WaitingApproval[]> {
    const answer = await account.request({ path: '/v1/approvals', schema: waitingApprovalsSchema });
    if (answer.kind !== 'ok') throw outcomeError(answer);
    await counted(answer.value.approvals.length);
    return answer.value.approvals;
  }

  return {
    list,

    async answer(said: {
      approvalId: string;
      answer: ApprovalAnswer;
      line: string;
    }): Promise<ApprovalAnswered> {
      const { approvalId, ...body } = said;
      const path = `/v1/approvals/${approvalId}/answer`;
      const answer = await account.request({ path, schema: approvalAnsweredSchema, body });
      if (answer.kind !== 'ok') throw outcomeError(answer);
      return answer.value;
    },

    waiting: (): Promise<number> => count.read(),

    /** Looks who waits, for somebody who may answer. Asks nothing for anyone else; a store out of reach changes nothing. */
    async look(): Promise<void> {
      const { state } = await account.state();
      const user = (await account.organisation())?.session.user;
      if (state !== 'signed-in' || !may(user?.role, approverRoles)) return counted(0);
      await list().catch(() => undefined);
    },
  };
}

export type Answers = ReturnType<typeof createAnswers>;
