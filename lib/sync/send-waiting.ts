import type { Waiting, WaitingEntry, WaitingKind } from '@/lib/cache/waiting';
import type { Clock } from '@/lib/platform/clock';
import type { Exclusive } from '@/lib/platform/storage-area';
import { storeRefuses } from './network/store-said';
import type { Outcome } from './network/transport';

/** Sends one; null where it isn't for whoever is signed in now. */
export type Sender = (entry: WaitingEntry) => Promise<Outcome<unknown> | null>;

type SendDeps = {
  waiting: Pick<Waiting, 'due' | 'remove' | 'refuse' | 'setLeaving'>;
  /** of the kinds that are sent here, and no others */
  senders: Readonly<Partial<Record<WaitingKind, Sender>>>;
  exclusive: Exclusive;
  clock: Clock;
  /** somebody is to be told */
  onRefused?(): void;
};

/**
 * Sends what is due of the small things that wait. A row leaves only when the store says that it has it; each carries an
 * id by which the store takes it once. One that can't be sent holds up no other.
 */
export function createSendWaiting({ waiting, senders, exclusive, clock, onRefused }: SendDeps) {
  async function refuse(id: string): Promise<void> {
    await waiting.refuse(id);
    onRefused?.();
  }

  async function send(entry: WaitingEntry): Promise<void> {
    if (entry.value === null) return refuse(entry.id);
    // Taken back since all that is due was read.
    if (!(await waiting.setLeaving(entry.id, true))) return;
    const outcome = await senders[entry.kind]?.(entry);
    if (!outcome) await waiting.setLeaving(entry.id, false);
    if (outcome?.kind === 'ok') await waiting.remove(entry.id);
    else if (outcome && storeRefuses(outcome)) await refuse(entry.id);
  }

  const kinds = Object.keys(senders) as WaitingKind[];
  return (): Promise<void> =>
    exclusive('heed-waiting', async () => {
      for (const entry of await waiting.due(clock.now().getTime(), kinds)) await send(entry);
    });
}

export type SendWaiting = ReturnType<typeof createSendWaiting>;
