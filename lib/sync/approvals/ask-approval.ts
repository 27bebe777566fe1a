import { z } from 'zod';
import type { Drafts } from '@/lib/cache/drafts';
import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import { type Asked, askedSchema } from '@/lib/messaging/approval-methods';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import { type Approval, approvalSchema } from '@/lib/protocol/approval';
import type { Account } from '@/lib/sync/account/account';
import { outcomeError } from '@/lib/sync/network/outcome-error';
import { isUnreached, storeRefuses } from '@/lib/sync/network/store-said';
import type { Outcome } from '@/lib/sync/network/transport';
import type { TakeBacks } from './take-backs';

type AskDeps = {
  /** session storage: what was asked lasts as long as the browser */
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  account: Pick<Account, 'author' | 'request'>;
  drafts: Pick<Drafts, 'get'>;
  takeBacks: TakeBacks;
};
type Question = Pick<Asked, 'approvalId' | 'noteId' | 'actionCode' | 'amountMinor' | 'why'>;

const keptSchema = z.array(z.object({ userId: z.string(), asked: askedSchema }));
/** More calls than anyone has open at once. */
const MOST = 20;

/** A rep's questions to supervisors, one for each call: asked, watched, taken back. */
export function createApprovals({ area, exclusive, clock, account, drafts, takeBacks }: AskDeps) {
  const what = { key: 'asked', schema: keptSchema, fallback: [] };
  const stored = createStoredValue({ area, exclusive, ...what });
  const isOf = (userId: string, noteId: string) => (k: z.infer<typeof keptSchema>[number]) =>
    k.userId === userId && k.asked.noteId === noteId;

  async function find(userId: string, noteId: string): Promise<Asked | null> {
    return (await stored.read()).find(isOf(userId, noteId))?.asked ?? null;
  }

  async function keep(userId: string, asked: Asked): Promise<Asked> {
    const others = (all: z.infer<typeof keptSchema>) =>
      all.filter((k) => !isOf(userId, asked.noteId)(k)).slice(-MOST);
    await stored.update((all) => [...others(all), { userId, asked }]);
    return asked;
  }

  /** Only over the same question: meanwhile the rep may have asked another, or put this one away. */
  async function told(userId: string, asked: Asked, outcome: Outcome<Approval>): Promise<Asked | null> {
    if (outcome.kind !== 'ok' && !isUnreached(outcome)) throw outcomeError(outcome);
    const at = clock.now().toISOString();
    const heard = outcome.kind === 'ok' ? { approval: outcome.value, at, reached: true } : { reached: false };
    await stored.update((all) =>
      all.map((k) =>
        isOf(userId, asked.noteId)(k) && k.asked.approvalId === asked.approvalId
          ? { ...k, asked: { ...k.asked, ...heard } }
          : k,
      ),
    );
    return find(userId, asked.noteId);
  }

  const mayWait = ({ approval }: Asked) => approval === null || approval.state === 'waiting';

  /** In one call one question waits at a time: the next takes the place of one that is left behind. */
  async function takeBackLast(userId: string, next: Question): Promise<void> {
    const last = await find(userId, next.noteId);
    if (last && last.approvalId !== next.approvalId && mayWait(last))
      await takeBacks.owe(userId, last.approvalId);
    else await takeBacks.settle();
  }

  const forget = (userId: string, noteId: string) =>
    stored.update((all) => all.filter((k) => !isOf(userId, noteId)(k)));

  return {
    /**
     * To be called at sign-out: a question says who the customer is, and why. One that may still wait is owed from here on:
     * a supervisor would decide for nobody, and the next one of its call couldn't be asked.
     */
    async clear(): Promise<void> {
      try {
        for (const { userId, asked } of await stored.read())
          if (mayWait(asked)) await takeBacks.writeDown(userId, asked.approvalId);
      } finally {
        await stored.clear();
      }
    },

    /** @throws {AppError} `not-found` for a call that isn't there; `bad-input` where the store can't tell the customer; `still-asked` */
    async ask(question: Question): Promise<Asked | null> {
      const { id: userId } = await account.author();
      const note = await drafts.get(userId, question.noteId);
      if (!note) throw new AppError('not-found', 'no such call');
      await takeBackLast(userId, question);
      const why = maskCardNumbers(question.why);
      const at = clock.now().toISOString();
      const asked = await keep(userId, { ...question, why, approval: null, at, reached: false });
      const { approvalId: id, ...said } = question;
      const body = { ...said, id, why, customer: note.draft.customer };
      const answer = await account.request({ path: '/v1/approvals', schema: approvalSchema, body }, userId);
      if (answer.kind !== 'ok' && !isUnreached(answer)) await forget(userId, question.noteId);
      if (storeRefuses(answer) && answer.status === 400)
        throw new AppError('bad-input', 'the store can’t ask this');
      if (storeRefuses(answer) && answer.code === 'too-many-requests')
        throw new AppError('still-asked', 'one waits in this call, or too many elsewhere');
      return told(userId, asked, answer);
    },

    async state(noteId: string): Promise<Asked | null> {
      const { id: userId } = await account.author();
      const asked = await find(userId, noteId);
      // One that never reached the store isn't asked behind the rep's back later.
      if (asked?.approval?.state !== 'waiting') return asked;
      const path = `/v1/approvals/${asked.approvalId}`;
      return told(userId, asked, await account.request({ path, schema: approvalSchema }, userId));
    },

    async withdraw(noteId: string): Promise<Asked | null> {
      const { id: userId } = await account.author();
      const asked = await find(userId, noteId);
      if (!asked) return null;
      const path = `/v1/approvals/${asked.approvalId}/withdraw`;
      const answer = await account.request({ path, schema: approvalSchema, body: {} }, userId);
      if (answer.kind === 'ok' && answer.value.state === 'withdrawn') {
        await forget(userId, noteId);
        return null;
      }
      return told(userId, asked, answer);
    },

    /** One that may still wait is taken back as well, as soon as the store can be reached: nobody waits for its answer now. */
    async putAway(noteId: string): Promise<void> {
      const { id: userId } = await account.author();
      const asked = await find(userId, noteId);
      await forget(userId, noteId);
      if (asked && mayWait(asked)) await takeBacks.owe(userId, asked.approvalId);
    },
  };
}

export type Approvals = ReturnType<typeof createApprovals>;
