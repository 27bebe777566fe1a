import type { Waiting } from '@/lib/cache/waiting';
import { type Clock, DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import type { SendWaiting } from '@/lib/sync/send-waiting';

type PostDeps = {
  waiting: Pick<Waiting, 'dueOf' | 'putOff' | 'refused' | 'remove'>;
  /** sends what is due, and nothing that carries a name */
  send: SendWaiting;
  clock: Clock;
  /** 0 to 1 */
  random(): number;
  /** rings then, and not with anything else that this browser does; null: never */
  setAlarm(at: number | null): Promise<void>;
};

const KINDS = ['nameless-signal'] as const;
/** What an alarm may be late by. Later, the browser was closed or slept, and its moment is one that somebody made. */
const LATE = 2 * MINUTE;
const SOONEST = 10 * MINUTE;
const LATEST = 4 * HOUR;
/** No store takes an older one, and nobody is left who may be told. */
const KEPT = 62 * DAY;

/**
 * When nameless signals leave: each at its own moment, by an alarm of its own. Behind other requests, which carry a name,
 * it would be known by the company that it keeps; and one whose moment has passed would leave when its giver opens the
 * browser, so that another moment is drawn for it.
 */
export function createNamelessPost({ waiting, send, clock, random, setAlarm }: PostDeps) {
  /** @param late how long ago it was due at least */
  async function redraw(late: number): Promise<void> {
    const now = clock.now().getTime();
    for (const { id, dueAt } of await waiting.dueOf(KINDS))
      if (now - dueAt >= late) await waiting.putOff(id, now + SOONEST + random() * (LATEST - SOONEST));
  }

  async function forgetOld(): Promise<void> {
    const oldest = clock.now().getTime() - KEPT;
    for (const { id, dueAt } of await waiting.refused(KINDS, ['']))
      if (dueAt < oldest) await waiting.remove(id);
  }

  /** Sends nothing: says when the next one leaves. */
  async function plan(): Promise<void> {
    await redraw(LATE);
    await forgetOld();
    const moments = (await waiting.dueOf(KINDS)).map(({ dueAt }) => dueAt);
    await setAlarm(moments.length === 0 ? null : Math.min(...moments));
  }

  return {
    plan,

    /** The alarm rings. What couldn't be sent gets another moment: the next one at which the network is there is no chance's. */
    async ring(): Promise<void> {
      await redraw(LATE);
      await send();
      await redraw(0);
      await plan();
    },
  };
}

export type NamelessPost = ReturnType<typeof createNamelessPost>;
