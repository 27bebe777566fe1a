import type { Waiting, WaitingEntry, WaitingKind } from '@/lib/cache/waiting';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import type { Outcome } from './network/transport';

/** Sends one; null where it isn't for whoever is signed in now. */
export type Sender = (entry: WaitingEntry) => Promise<Outcome<unknown> | null>;

type SendDeps = {
  waiting: Pick<Waiting, 'due' | 'remove' | 'refuse'>;
  senders: Readonly<Record<WaitingKind, Sender>>;
  exclusive: Exclusive;
  clock: Clock;
};

/** The store read it and won't have it, however often it is sent. What something in between says is no such word. */
const isRefused = (outcome: Outcome<unknown>) => outcome.kind === 'refused' && outcome.code !== null;

/**
 * Sends what is due of the small things that wait. A row leaves only when the store says that it has it; each carries an
 * id by which the store takes it once. One that can't be sent holds up no other.
 */
export function createSendWaiting({ waiting, senders, exclusive, clock }: SendDeps) {
  async function send(entry: WaitingEntry): Promise<void> {
    if (entry.value === null) return waiting.refuse(entry.id);
    const outcome = await senders[entry.kind](entry);
    if (outcome?.kind === 'ok') await waiting.remove(entry.id);
    else if (outcome && isRefused(outcome)) await waiting.refuse(entry.id);
  }

  return (): Promise<void> =>
    exclusive('heed-waiting', async () => {
      for (const entry of await waiting.due(clock.now().getTime())) await send(entry);
    });
}

export type SendWaiting = ReturnType<typeof createSendWaiting>;
