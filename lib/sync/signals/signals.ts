import { z } from 'zod';
import type { Waiting, WaitingEntry } from '@/lib/cache/waiting';
import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';
import type { SignalKind } from '@/lib/domain/signal';
import type { SignalState } from '@/lib/messaging/signal-methods';
import { AppError } from '@/lib/platform/app-error';
import { type Clock, HOUR, MINUTE, SECOND } from '@/lib/platform/clock';
import { namedSignalSchema, namelessSignalSchema } from '@/lib/protocol/signals';
import type { Account } from '@/lib/sync/account/account';
import type { Outcome, Transport } from '@/lib/sync/network/transport';
import type { BlindTokens } from './blind-token';

type SignalDeps = {
  account: Pick<Account, 'author' | 'now'>;
  tokens: Pick<BlindTokens, 'of'>;
  waiting: Pick<Waiting, 'put' | 'remove' | 'refused' | 'takeBack'>;
  /** where the store is, at the moment of giving */
  serverUrl(): Promise<string>;
  clock: Clock;
  /** 0 to 1 */
  random(): number;
};
type Given = { kind: SignalKind; line: string; withName: boolean };

/** Long enough to take back what was sent too soon. */
const UNDO = 10 * SECOND;
/** One without a name leaves at a moment that chance picks: when it comes says nothing of when it was given. */
const SOONEST = 10 * MINUTE;
const LATEST = 24 * HOUR;

const NAMELESS_OWNER = '';
const kinds = ['signal', 'nameless-signal'] as const;
const nothing = z.object({});
const sentSchema = z.object({ origin: z.string(), signal: namelessSignalSchema });

/** With the sign-in of whoever gave it, and of nobody else. */
export const createNamedSender =
  ({ account }: { account: Pick<Account, 'request'> }) =>
  ({ owner, value }: WaitingEntry): Promise<Outcome<unknown>> =>
    account.request({ path: '/v1/signals', schema: nothing, body: namedSignalSchema.parse(value) }, owner);

/** Without any sign-in: no token that names somebody goes with it. */
export const createNamelessSender =
  ({ transport }: { transport: Transport }) =>
  ({ value }: WaitingEntry): Promise<Outcome<unknown>> => {
    const { origin, signal } = sentSchema.parse(value);
    return transport({ path: '/v1/signals/nameless', origin, schema: nothing, body: signal });
  };

/** What a rep noticed, on its way. */
export function createSignals({ account, tokens, waiting, serverUrl, clock, random }: SignalDeps) {
  async function putNamed(said: z.infer<typeof namedSignalSchema>): Promise<string> {
    const { id: owner } = await account.author();
    const dueAt = clock.now().getTime() + UNDO;
    await waiting.put({ id: said.id, kind: 'signal', owner, dueAt, value: said });
    return said.id;
  }

  async function putNameless(said: z.infer<typeof namedSignalSchema>): Promise<string> {
    const token = await tokens.of((await account.author()).id);
    if (token === null || token === 'elsewhere') throw new AppError('not-allowed', 'no token this month');
    const { team, message, signature } = token;
    const value = { origin: await serverUrl(), signal: { ...said, team, token: message, signature } };
    const dueAt = clock.now().getTime() + SOONEST + random() * (LATEST - SOONEST);
    // The signal's own id is the store's to know: here it lies sealed, with the rest of what is sent.
    const id = crypto.randomUUID();
    await waiting.put({ id, kind: 'nameless-signal', owner: NAMELESS_OWNER, dueAt, value });
    return id;
  }

  /** Of nameless ones only those that came with this person's own token: a colleague at the same desk is told of none. */
  async function refused(): Promise<string[]> {
    const { id: userId } = await account.author();
    const token = await tokens.of(userId);
    const own = token === null || token === 'elsewhere' ? null : token.message;
    const isTheirs = ({ kind, value }: WaitingEntry) =>
      kind === 'signal' || (own !== null && sentSchema.safeParse(value).data?.signal.token === own);
    const rows = await waiting.refused(kinds, [userId, NAMELESS_OWNER]);
    return rows.filter(isTheirs).map(({ id }) => id);
  }

  return {
    async state(): Promise<SignalState> {
      const token = await tokens.of((await account.author()).id);
      const nameless = token === null ? 'not-yet' : token === 'elsewhere' ? 'elsewhere' : 'ready';
      return { nameless, refused: (await refused()).length };
    },

    /** @returns by which it can be taken back; it is random, as the signal's own id is: one made from the time would say when */
    async give({ kind, line, withName }: Given): Promise<string> {
      const day = (await account.now()).toISOString().slice(0, 10);
      const said = { id: crypto.randomUUID(), kind, line: maskCardNumbers(line), day };
      return withName ? putNamed(said) : putNameless(said);
    },

    /** @returns false when it may have left */
    takeBack: (id: string): Promise<boolean> => waiting.takeBack(id),

    async throwAway(): Promise<void> {
      for (const id of await refused()) await waiting.remove(id);
    },
  };
}

export type Signals = ReturnType<typeof createSignals>;
