import { expect, it } from 'vitest';
import { createAnswers } from '@/lib/sync/approvals/answer-approvals';
import { createWaitingCount } from '@/lib/sync/approvals/waiting-count';
import type { Outcome } from '@/lib/sync/network/transport';
import { makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

/** One desk, at which people sign in after one another; three questions wait for whoever may answer. */
function desk() {
  let user = { id: 'nora', storeUserId: 'nora', name: 'Nora' };
  const asked: { path: string; only: string | undefined }[] = [];
  const session = makeSession();
  const account = {
    author: async () => user,
    state: async () => ({ state: 'signed-in' as const, user }),
    organisation: async () => ({
      session: { ...session, user: { ...session.user, role: 'supervisor' as const } },
      clockShift: 0,
    }),
    async request<T>({ path }: { path: string }, only?: string): Promise<Outcome<T>> {
      asked.push({ path, only });
      return { kind: 'ok', value: { approvals: [{}, {}, {}] } as T };
    },
  };
  const count = createWaitingCount({ area: createMemoryArea(), exclusive: createExclusive() });
  const answers = createAnswers({ count, account, onCount() {} });
  const signIn = (id: string) => {
    user = { id, storeUserId: id, name: id };
  };
  return { answers, asked, signIn };
}
const said = { approvalId: '019ab000-0000-7000-8000-0000000000a1', answer: 'granted' as const, line: '' };

it('a list is read in the name of who is signed in, and says whose it is', async () => {
  const { answers, asked } = desk();
  expect((await answers.list()).userId).toBe('nora');
  expect(asked).toEqual([{ path: '/v1/approvals', only: 'nora' }]);
});

it('an answer goes in the name of whom the page was opened for, and in nobody else’s', async () => {
  const { answers, asked, signIn } = desk();
  const { userId } = await answers.list();
  await answers.answer({ ...said, userId });
  expect(asked.at(-1)).toEqual({ path: `/v1/approvals/${said.approvalId}/answer`, only: 'nora' });
  signIn('abel');
  await expect(answers.answer({ ...said, userId })).rejects.toMatchObject({ code: 'identity-changed' });
  expect(asked).toHaveLength(2);
});

it('how a question ended is read in the name of whom it was shown to, and in nobody else’s', async () => {
  const { answers, asked, signIn } = desk();
  const { userId } = await answers.list();
  const { approvalId } = said;
  await answers.read({ approvalId, userId });
  expect(asked.at(-1)).toEqual({ path: `/v1/approvals/${approvalId}`, only: 'nora' });
  signIn('abel');
  await expect(answers.read({ approvalId, userId })).rejects.toMatchObject({ code: 'identity-changed' });
  expect(asked).toHaveLength(2);
});

it('how many wait for one is not told to the next', async () => {
  const { answers, signIn } = desk();
  await answers.look();
  expect(await answers.waiting()).toBe(3);
  signIn('abel');
  expect(await answers.waiting()).toBe(0);
});
