import { z } from 'zod';
import { MOST_ASKED } from '@/lib/domain/approval';
import { MOST_APPROVAL_SECONDS } from '@/lib/domain/offer-rules';
import { type Clock, SECOND } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import { approvalSchema } from '@/lib/protocol/approval';
import type { Account } from '@/lib/sync/account/account';
import { storeRefuses } from '@/lib/sync/network/store-said';

type Deps = {
  /** on disk: owed until the store has heard, over restarts and sign-outs; ids alone, nothing of any customer */
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  account: Pick<Account, 'author' | 'request'>;
};

/** `at` in milliseconds; what was written down before it was kept counts as over. */
const owedSchema = z.array(z.object({ userId: z.string(), approvalId: z.uuid(), at: z.number().default(0) }));
/** No question waits for longer, whatever the organisation's playbook says: then it blocks nothing, and says who was here. */
const LONGEST_WAIT = MOST_ASKED * MOST_APPROVAL_SECONDS * SECOND;
/** More than one person may have waiting; what is older is over by now. */
const MOST = 20;

/** Questions that nobody waits for any more. One that the store didn't hear of would block the next of its call. */
export function createTakeBacks({ area, exclusive, clock, account }: Deps) {
  const what = { key: 'takeBacks', schema: owedSchema, fallback: [] };
  const owed = createStoredValue({ area, exclusive, ...what });

  /** A moment further off than any question waits was told by another clock. */
  const isOver = ({ at }: { at: number }) => Math.abs(clock.now().getTime() - at) > LONGEST_WAIT;

  /** What is owed, whoever owes it; what is over is not on the disk any more. */
  async function current() {
    const all = await owed.read();
    return all.some(isOver) ? owed.update((now) => now.filter((one) => !isOver(one))) : all;
  }

  /** @returns whether the store has heard of it */
  async function takeBack(userId: string, approvalId: string): Promise<boolean> {
    const path = `/v1/approvals/${approvalId}/withdraw`;
    const answer = await account.request({ path, schema: approvalSchema, body: {} }, userId);
    if (answer.kind !== 'ok' && !storeRefuses(answer)) return false;
    await owed.update((all) => all.filter((one) => one.approvalId !== approvalId));
    return true;
  }

  async function owedBy(userId: string): Promise<string[]> {
    return (await current()).filter((one) => one.userId === userId).map((one) => one.approvalId);
  }

  /** What is still owed of whoever is signed in; tried in vain, it stays owed. */
  async function settle(): Promise<void> {
    if ((await current()).length === 0) return;
    const { id: userId } = await account.author();
    for (const approvalId of await owedBy(userId)) if (!(await takeBack(userId, approvalId))) return;
  }

  /** Nobody's many push out what another who uses this computer owes. */
  async function writeDown(userId: string, approvalId: string): Promise<void> {
    await owed.update((before) => {
      const all = before.filter((one) => !isOver(one));
      const mine = all.filter((one) => one.userId === userId && one.approvalId !== approvalId);
      return [
        ...all.filter((one) => one.userId !== userId),
        ...[...mine, { userId, approvalId, at: clock.now().getTime() }].slice(-MOST),
      ];
    });
  }

  return {
    settle,

    /** Does whoever is signed in owe any? */
    isOwing: async (): Promise<boolean> =>
      (await current()).length > 0 && (await owedBy((await account.author()).id)).length > 0,

    /** Without asking the store yet. */
    writeDown,

    /** Written down first: the way to the store may be lost at any moment. */
    async owe(userId: string, approvalId: string): Promise<void> {
      await writeDown(userId, approvalId);
      await settle();
    },
  };
}

export type TakeBacks = ReturnType<typeof createTakeBacks>;
