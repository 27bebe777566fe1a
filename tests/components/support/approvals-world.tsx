import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApprovalsApp } from '@/entrypoints/approvals/app';
import { PageProviders } from '@/entrypoints/options/page-providers';
import { AppError, type AppErrorCode } from '@/lib/platform/app-error';
import type { Approval, ApprovalAnswered, WaitingApproval } from '@/lib/protocol/approval';
import type { Role } from '@/lib/protocol/roles';
import { createFakeBackground } from './fake-background';
import { makeApproval, makeWaiting } from './make-approval';
import { makeOrganisation, makeSync } from './make-view';

export type World = {
  role?: Role | null;
  waiting?: WaitingApproval[];
  answered?: ApprovalAnswered | AppErrorCode;
  /** what the store says of a question that waits no longer */
  ended?: Approval;
};

/** The supervisor's page, over a store in memory. */
export function show({ role = 'supervisor', waiting = [makeWaiting()], answered, ended }: World = {}) {
  let list = waiting;
  let fails: AppErrorCode | null = null;
  let signedIn = role !== null;
  let reader = 'sunita';
  let silent = false;
  const organisation = makeOrganisation();
  let user = { ...organisation.user, name: 'Sunita Sharma', role: role ?? 'supervisor' };
  const background = createFakeBackground(
    {},
    {
      'sync.state': () => makeSync({ unlocked: signedIn }),
      'organisation.get': () => (signedIn ? { ...organisation, user } : null),
      'account.signIn': () => {
        signedIn = true;
        return {};
      },
      'approvals.list': () => {
        if (fails) throw new AppError(fails);
        return silent ? new Promise(() => undefined) : { userId: reader, approvals: list };
      },
      'approvals.read': () => {
        if (!ended) throw new AppError('offline');
        return ended;
      },
      'approvals.answer': ({ answer, line, approvalId }) => {
        if (typeof answered === 'string') throw new AppError(answered);
        list = list.filter((a) => a.id !== approvalId);
        const by = { answeredBy: 'Sunita Sharma', answer: line };
        return answered ?? { counted: true, approval: makeApproval({ state: answer, ...by }) };
      },
    },
  );
  render(
    <PageProviders
      host={{ ...background.host, kind: 'page' }}
      onCrash={(e) => {
        throw e;
      }}
    >
      <ApprovalsApp />
    </PageProviders>,
  );
  const fail = (code: AppErrorCode | null) => {
    fails = code;
  };
  const set = (next: WaitingApproval[]) => {
    list = next;
  };
  /** Somebody else at the same desk, of whom the store has said nothing yet. */
  const signInAs = (id: string) => {
    reader = id;
    user = { ...user, id };
    silent = true;
    background.set({});
  };
  return { background, fail, set, signInAs, user: userEvent.setup({ delay: null }) };
}
