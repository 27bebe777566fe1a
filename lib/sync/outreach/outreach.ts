import { z } from 'zod';
import type { Waiting, WaitingEntry } from '@/lib/cache/waiting';
import { isTooFar, type OutreachOutcome } from '@/lib/domain/outreach';
import { type OutreachView, outreachViewSchema } from '@/lib/messaging/outreach-methods';
import { AppError } from '@/lib/platform/app-error';
import type { Clock } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import {
  type OutreachNext,
  type OutreachRef,
  outreachCallingSchema,
  outreachNextSchema,
  outreachResultAnswerSchema,
  outreachResultSchema,
} from '@/lib/protocol/outreach';
import type { Account } from '@/lib/sync/account/account';
import { outcomeError } from '@/lib/sync/network/outcome-error';
import { isUnreached, storeRefuses } from '@/lib/sync/network/store-said';
import type { Outcome } from '@/lib/sync/network/transport';
import type { Place } from '@/lib/sync/notes/begin-note';
import type { Calls } from '@/lib/sync/notes/calls';
import type { PageSlots } from '@/lib/sync/pages/page-slots';

type OutreachDeps = {
  /** session storage: a name and a number that the store told are on no disk, and gone with the browser */
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  account: Pick<Account, 'author' | 'now' | 'request'>;
  calls: Pick<Calls, 'beginFor'>;
  slots: Pick<PageSlots, 'card'>;
  waiting: Pick<Waiting, 'put' | 'refuse' | 'remove'>;
};

type One = Extract<OutreachView, { state: 'one' }>;
type Told = { outcome: OutreachOutcome; callBackAt: string | null };

const heldSchema = z.object({ userId: z.string(), view: outreachViewSchema });
const IDLE: OutreachView = { state: 'idle' };

const refOf = ({ entry: { number, outreachId } }: One): OutreachRef => ({ number, outreachId });

/** Sends a result that waited; only in the name of who made the call. */
export const createResultSender =
  ({ account }: Pick<OutreachDeps, 'account'>) =>
  async ({ owner, value }: WaitingEntry): Promise<Outcome<unknown>> => {
    const body = outreachResultSchema.parse(value);
    return account.request({ path: '/v1/outreach/result', schema: outreachResultAnswerSchema, body }, owner);
  };

/** The list of whom to call, one at a time. It lives in the store: two reps never have the same customer in hand. */
export function createOutreach({ area, exclusive, clock, account, calls, slots, waiting }: OutreachDeps) {
  const what = { key: 'outreach', schema: heldSchema.nullable(), fallback: null };
  const held = createStoredValue<z.infer<typeof heldSchema> | null>({ area, exclusive, ...what });
  const send = createResultSender({ account });

  const keep = (userId: string, view: OutreachView) => held.write({ userId, view });

  /** Whom another took over meanwhile is not shown any more. */
  function isOver({ entry, noteId }: One, now: Date): boolean {
    return noteId === null && Date.parse(entry.claimedUntil) <= now.getTime();
  }

  async function view(): Promise<OutreachView> {
    const { id } = await account.author();
    const known = await held.read();
    if (known?.userId !== id) return IDLE;
    return known.view.state === 'one' && isOver(known.view, await account.now()) ? IDLE : known.view;
  }

  async function inHand(): Promise<{ userId: string; one: One }> {
    const { id } = await account.author();
    const known = await view();
    if (known.state !== 'one') throw new AppError('not-found', 'nobody in hand');
    return { userId: id, one: known };
  }

  async function described(next: OutreachNext): Promise<OutreachView> {
    if (next.state === 'none') return next;
    const { card } = await slots.card(next.entry.number);
    return { ...next, card, noteId: null, told: null };
  }

  /** The store may have been told that nobody answered, and the answer lost on the way: the row stays until it says so. */
  async function tell(userId: string, one: One, { outcome, callBackAt }: Told): Promise<One['told']> {
    const resultId = uuidv7(clock.now());
    const value = { ...refOf(one), resultId, outcome, callBackAt };
    const row = { id: resultId, kind: 'outreach-result' as const, owner: userId, value };
    await waiting.put({ ...row, dueAt: clock.now().getTime() });
    const answer = await send({ ...row, dueAt: 0, refused: false });
    if (answer.kind !== 'ok' && !storeRefuses(answer)) return { outcome, heard: false, nextAt: null };
    // It stays where the rep is told of it: see `createLateResults`.
    if (answer.kind !== 'ok') {
      await waiting.refuse(resultId);
      return null;
    }
    await waiting.remove(resultId);
    return { outcome, heard: true, nextAt: outreachResultAnswerSchema.parse(answer.value).nextAt };
  }

  return {
    view,

    /** @throws {AppError} `not-allowed`, `session-expired`, `server-error` */
    async next(): Promise<OutreachView> {
      const { id } = await account.author();
      const asked = { path: '/v1/outreach/next', schema: outreachNextSchema, body: {} };
      const answer = await account.request(asked, id);
      if (isUnreached(answer)) return { state: 'offline' };
      if (answer.kind !== 'ok') throw outcomeError(answer);
      const known = await view();
      const next = await described(answer.value);
      const same =
        next.state === 'one' && known.state === 'one' && next.entry.outreachId === known.entry.outreachId;
      const shown = same ? { ...next, noteId: known.noteId } : next;
      await keep(id, shown);
      return shown;
    },

    /** @returns false when they may not be called any more, or are in somebody else's hands */
    async begin(place: Place, noteId: string): Promise<boolean> {
      const { userId, one } = await inHand();
      const asked = { path: '/v1/outreach/calling', schema: outreachCallingSchema, body: refOf(one) };
      const answer = await account.request(asked, userId);
      if (answer.kind !== 'ok') throw outcomeError(answer);
      if (answer.value.state === 'not-now') {
        await keep(userId, IDLE);
        return false;
      }
      const customer = { cardNumber: one.entry.number, identifiers: [] };
      const about = { name: one.entry.name, customer };
      await calls.beginFor(place, { noteId, about, direction: 'outreach' });
      await keep(userId, { ...one, noteId });
      return true;
    },

    /** What the call came to. Without a network it waits on this computer, and goes out by itself. */
    async result(told: Told): Promise<void> {
      const { userId, one } = await inHand();
      if (one.told) return;
      if (told.callBackAt !== null && isTooFar(new Date(told.callBackAt), await account.now()))
        throw new AppError('bad-input', 'nobody is called back so late');
      const heard = await tell(userId, one, told);
      await keep(userId, heard ? { ...one, told: heard } : IDLE);
    },

    /** The list goes on without a result. */
    async giveBack(): Promise<void> {
      const { userId, one } = await inHand();
      const asked = { path: '/v1/outreach/give-back', schema: z.object({}), body: refOf(one) };
      // Unheard, it comes back by itself: nobody holds anybody for long.
      await account.request(asked, userId);
      await keep(userId, IDLE);
    },

    /** To be called when the keys are forgotten. */
    clear: () => held.clear(),
  };
}

export type Outreach = ReturnType<typeof createOutreach>;
