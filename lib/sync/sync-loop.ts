import { z } from 'zod';
import { type Clock, HOUR } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import type { Account } from './account/account';
import type { PullEnd } from './book/pull';
import type { Outcome } from './network/transport';
import { afterAttempt, nextAttempt, noHistory } from './next-attempt';
import type { PushEnd } from './notes/push';

/** What woke the loop. */
export type Wake = 'alarm' | 'enqueue' | 'port' | 'sign-in' | 'online' | 'asked';

type LoopDeps = {
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  /** 0 to 1 */
  random(): number;
  account: Pick<Account, 'state' | 'reloadOrganisation'>;
  push(): Promise<PushEnd>;
  pull(): Promise<PullEnd>;
  onChange(what: { cards: boolean }): void;
  /** what the organisation says was fetched anew, and may be the same as before */
  onOrganisation(): Promise<void>;
};

const stateSchema = z.object({
  history: z.object({ failures: z.number(), nextAt: z.number(), notBefore: z.number() }),
  online: z.boolean(),
  organisationAt: z.number(),
});

const URGENT: ReadonlySet<Wake> = new Set(['sign-in', 'online', 'asked']);
const RELOAD_ORGANISATION = HOUR;

/** Nothing was there to send, so that nobody asked the store anything: it says neither that it is there nor that it isn't. */
const saysNothing = (end: PushEnd | PullEnd) => 'sent' in end && !end.sent && end.outcome.kind === 'ok';

/** The store itself answered, whatever it said. */
function reached(outcome: Outcome<unknown>): boolean {
  return outcome.kind !== 'offline' && outcome.kind !== 'server-error';
}

/**
 * Decides whether to try now, pushes, pulls, and writes down how it went. It keeps nothing in memory: an alarm wakes
 * it every 30 seconds, and so do a saved note, a sidebar that connects, a sign-in, and a page that hears `online`.
 */
export function createSyncLoop(deps: LoopDeps) {
  const { area, exclusive, clock, account } = deps;
  const fallback = { history: noHistory, online: true, organisationAt: 0 };
  const stored = createStoredValue({ area, exclusive, key: 'sync', schema: stateSchema, fallback });
  const now = () => clock.now().getTime();

  /**
   * @param how.whole whether all that was tried came to an end: else the disk failed, which wants a pause too
   * @param how.fewer some of the queue has left: what failed then is the first failure again, and no longer wait
   */
  async function writeDown(
    outcomes: readonly Outcome<unknown>[],
    { whole, fewer }: { whole: boolean; fewer: boolean },
  ): Promise<boolean> {
    const random = deps.random();
    const ok = whole && outcomes.every((o) => o.kind === 'ok');
    const waits = outcomes.map((o) => (o.kind === 'retry-later' ? (o.afterMs ?? 0) : 0));
    const retryAfterMs = Math.max(0, ...waits) || null;
    const online = outcomes.every(reached);
    let flipped = false;
    await stored.update((state) => {
      flipped = state.online !== online;
      const before = fewer ? noHistory : state.history;
      const history = afterAttempt(before, { now: now(), ok, retryAfterMs, random });
      return { ...state, history, online };
    });
    return flipped || !ok;
  }

  /** Once an hour, and when a person asks for what is new. */
  async function reloadOrganisation(wake: Wake): Promise<void> {
    const age = now() - (await stored.read()).organisationAt;
    // From the future: the clock was set back since.
    if (wake !== 'asked' && age >= 0 && age < RELOAD_ORGANISATION) return;
    await account.reloadOrganisation();
    await deps.onOrganisation();
    await stored.update((state) => ({ ...state, organisationAt: now() }));
  }

  async function attempt(wake: Wake): Promise<void> {
    // A note must not wait for a long first pull: each has its own single flight.
    const pushing = deps.push();
    const pulling = wake === 'enqueue' ? null : deps.pull();
    const ends = await Promise.allSettled(pulling ? [pushing, pulling] : [pushing]);
    const ended = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    const outcomes = ended.filter((end) => !saysNothing(end)).map((end) => end.outcome);
    const whole = ended.length === ends.length;
    const fewer = ended.some((end) => 'fewer' in end && end.fewer);
    const news = (outcomes.length > 0 || !whole) && (await writeDown(outcomes, { whole, fewer }));
    const [pushed, pulled] = await Promise.all([pushing, pulling]);
    const cards = pulled?.changed ?? false;
    if (news || cards || pushed.sent || wake === 'asked') deps.onChange({ cards });
    if (wake !== 'enqueue' && outcomes.every((o) => o.kind === 'ok')) await reloadOrganisation(wake);
  }

  return {
    /** Tries now if it is time. Resolves when done; rejects only when the disk fails. */
    async run(wake: Wake): Promise<void> {
      if ((await account.state()).state !== 'signed-in') return;
      const { history } = await stored.read();
      if (nextAttempt(history, now(), URGENT.has(wake)) <= now()) await attempt(wake);
    },

    /** Did the last contact with the store succeed? */
    isOnline: async (): Promise<boolean> => (await stored.read()).online,
  };
}

export type SyncLoop = ReturnType<typeof createSyncLoop>;
