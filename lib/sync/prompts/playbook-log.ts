import { z } from 'zod';
import { type Clock, HOUR } from '@/lib/platform/clock';
import type { Exclusive, StorageArea } from '@/lib/platform/storage-area';
import { createStoredValue } from '@/lib/platform/stored-value';
import {
  MOST_COUNTS,
  type PlaybookBatch,
  type PlaybookCount,
  playbookBatchSchema,
  playbookCountSchema,
} from '@/lib/protocol/playbook-log';
import type { Account } from '@/lib/sync/account/account';
import { storeRefuses } from '@/lib/sync/network/store-said';
import type { Counted } from './call-prompts';

type Deps = {
  area: StorageArea;
  exclusive: Exclusive;
  clock: Clock;
  account: Pick<Account, 'now' | 'request' | 'state'>;
  /** chance alone: no time and no computer is in it */
  newId(): string;
};

const stateSchema = z.object({
  counts: z.array(playbookCountSchema).max(MOST_COUNTS),
  /** on its way, with the id it keeps until the store has it */
  batch: playbookBatchSchema.nullable(),
  /** real time, milliseconds */
  triedAt: z.number(),
});
type State = z.infer<typeof stateSchema>;

const fallback: State = { counts: [], batch: null, triedAt: 0 };

function added(counts: readonly PlaybookCount[], these: readonly Counted[], day: string): PlaybookCount[] {
  const keyOf = (c: Omit<PlaybookCount, 'shown' | 'eligible'>) =>
    `${c.day} ${c.playbookVersion} ${c.kind} ${c.id}`;
  const byKey = new Map(counts.map((c) => [keyOf(c), c]));
  for (const { as, ...one } of these) {
    const key = keyOf({ ...one, day });
    const before = byKey.get(key) ?? { ...one, day, shown: 0, eligible: 0 };
    byKey.set(key, { ...before, [as]: before[as] + 1 });
  }
  return [...byKey.values()].slice(-MOST_COUNTS);
}

/**
 * How often what was shown, for judging the playbook later: counted on this computer by day, by whoever works at it, and
 * sent at most once an hour. Neither what is kept nor what is sent says who the rep or the customer was.
 */
export function createPlaybookLog({ area, exclusive, clock, account, newId }: Deps) {
  const stored = createStoredValue<State>({
    ...{ area, exclusive, key: 'playbookLog', schema: stateSchema, fallback },
  });

  /** What goes now: the batch that the store hasn't said it has, before anything newer. */
  async function takeBatch(now: number): Promise<PlaybookBatch | null> {
    let taken: PlaybookBatch | null = null;
    await stored.update((state) => {
      const waited = now - state.triedAt;
      const nothing = !state.batch && state.counts.length === 0;
      // From the future: the clock was set back since.
      if (nothing || (waited >= 0 && waited < HOUR)) return state;
      taken = state.batch ?? { batchId: newId(), counts: state.counts };
      return { counts: state.batch ? state.counts : [], batch: taken, triedAt: now };
    });
    return taken;
  }

  return {
    async count(these: readonly Counted[]): Promise<void> {
      const day = (await account.now()).toISOString().slice(0, 10);
      await stored.update((state) => ({ ...state, counts: added(state.counts, these, day) }));
    },

    /** Does nothing within an hour of the last time, and while nobody is signed in. */
    async send(): Promise<void> {
      if ((await account.state()).state !== 'signed-in') return;
      const batch = await takeBatch(clock.now().getTime());
      if (!batch) return;
      const answer = await account.request({ path: '/v1/playbook-log', body: batch, schema: z.object({}) });
      // Refused, it would be refused again.
      if (answer.kind !== 'ok' && !storeRefuses(answer)) return;
      await stored.update((state) =>
        state.batch?.batchId === batch.batchId ? { ...state, batch: null } : state,
      );
    },

    /** Another store has other playbooks. */
    clear: stored.clear,
  };
}
