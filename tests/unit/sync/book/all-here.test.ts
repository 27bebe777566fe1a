import { expect, it } from 'vitest';
import type { DamagedRow } from '@/lib/cache/book-db';
import type { SyncState } from '@/lib/messaging/sidebar-view';
import { createAllHere } from '@/lib/sync/book/all-here';
import { createSyncStatus } from '@/lib/sync/sync-status';
import { keys } from '../pages/few-customers';

type BookComing = NonNullable<SyncState['coming']>;
const coming: BookComing = { customers: 1, totalCustomers: 9, bytes: 1, totalBytes: 9, secondsLeft: null };
const whole = {
  ...{ keys, coming: null, position: { book: 'one', cursor: 1 } },
  damaged: [] as readonly DamagedRow[],
};
type Here = {
  keys: typeof keys | null;
  coming: BookComing | null;
  position: typeof whole.position | null;
  damaged: readonly DamagedRow[];
};

const partsOf = (here: Here) => ({
  account: { bookKeys: async () => here.keys, state: async () => ({ state: 'signed-out' as const }) },
  book: {
    position: async () => here.position,
    damaged: async () => [...here.damaged],
    info: async () => ({ customers: 0, lastPullAt: null }),
  },
  progress: { shown: async () => here.coming },
});

it.each<[string, Partial<Here>, boolean]>([
  ['they came, and can be read', {}, true],
  [
    'what leads to some of them is damaged: who asks for these is told',
    { damaged: [{ kind: 'keys', n: 3 }] },
    true,
  ],
  ['the keys are forgotten', { keys: null }, false],
  ['a newer book is on its way', { coming }, false],
  ['none came yet', { position: null }, false],
  [
    'cards are damaged',
    {
      damaged: [
        { kind: 'keys', n: 3 },
        { kind: 'cards', n: 0 },
      ],
    },
    false,
  ],
])('all customers are here, or not, where %s', async (_where, part, expected) => {
  expect(await createAllHere(partsOf({ ...whole, ...part }))()).toBe(expected);
});

it.each<[string, readonly DamagedRow[], boolean]>([
  ['nothing is damaged', [], false],
  ['only what leads to cards is', [{ kind: 'keys', n: 3 }], false],
  ['a card is', [{ kind: 'cards', n: 3 }], true],
])('a sidebar hears whether cards are damaged, where %s', async (_where, damaged, expected) => {
  const none = { countOfOthers: async () => 0 };
  const status = createSyncStatus({
    ...partsOf({ ...whole, damaged }),
    ...{
      drafts: { ...none, count: async () => 0 },
      loop: { isOnline: async () => true },
      witness: { look: async () => null },
    },
    outbox: {
      ...{ ...none, isHeldBack: async () => false },
      counts: async () => ({ waiting: 0, needsAttention: 0, oldestAt: null }),
    },
    clock: { now: () => new Date() },
  });
  expect(await status()).toMatchObject({ damaged: expected });
});
