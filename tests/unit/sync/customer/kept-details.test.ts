import { beforeEach, describe, expect, it } from 'vitest';
import type { Details, DetailsAccess, KeptDetail } from '@/lib/cache/details';
import { AppError } from '@/lib/platform/app-error';
import { deriveBookKeys } from '@/lib/protocol/book-keys';
import type { AccountState } from '@/lib/sync/account/account';
import { createKeptDetails } from '@/lib/sync/customer/kept-details';
import { createExclusive } from '@/tests/support/memory-area';

const NOW = new Date('2026-11-22T14:03:00.000Z');
const words = (number: number) => ({
  number,
  responses: [],
  notes: [],
  promises: [],
  openCase: null,
  complaint: null,
});
const keys = await deriveBookKeys(btoa('k'.repeat(32)));
const signedIn = (id: string): AccountState => ({
  state: 'signed-in',
  user: { id, storeUserId: id, name: id },
});

let who: AccountState;
let unlocked: boolean;
let rows: Map<number, KeptDetail>;
let disk: 'works' | 'fails';
let logged: unknown[];
/** what happens just before a row is written */
let beforePut: () => Promise<void>;

const onDisk = async () => {
  if (disk === 'fails') throw new AppError('storage-full');
};
const details: Details = {
  put: async (_: DetailsAccess, kept) => {
    await beforePut();
    await onDisk();
    rows.set(kept.detail.number, kept);
  },
  open: async (_, number) => {
    await onDisk();
    return rows.get(number) ?? null;
  },
  remove: async (number) => {
    await onDisk();
    rows.delete(number);
  },
  clear: async () => {
    await onDisk();
    rows.clear();
  },
};

function open() {
  return createKeptDetails({
    account: { state: async () => who, bookKeys: async () => (unlocked ? keys : null) },
    details,
    exclusive: createExclusive(),
    clock: { now: () => NOW },
    logError: (_, error) => logged.push(error),
  });
}

beforeEach(() => {
  who = signedIn('ana');
  unlocked = true;
  rows = new Map();
  disk = 'works';
  logged = [];
  beforePut = async () => {};
});

describe('details kept for later', () => {
  it('are kept with the moment, and found again by the same user', async () => {
    const kept = open();
    await kept.keep('ana', words(7));
    expect(await kept.recall('ana', 7)).toEqual({ detail: words(7), asOf: NOW.toISOString() });
  });

  it.each<[string, () => void]>([
    ['has signed out', () => (who = { state: 'signed-out' })],
    ['forgot the keys', () => (unlocked = false)],
    ['let another sign in', () => (who = signedIn('ben'))],
    ['let the sign-in run out', () => (who = { state: 'expired', user: { ...who, id: 'ana' } as never })],
  ])('are neither kept nor read once the rep %s', async (_, change) => {
    const kept = open();
    await kept.keep('ana', words(7));
    change();
    expect(await kept.recall('ana', 7)).toBeNull();
    rows.clear();
    await kept.keep('ana', words(8));
    expect([...rows.keys()]).toEqual([]);
  });

  it('that are just being written when the rep signs out are gone, too', async () => {
    const kept = open();
    let clearing: Promise<void> | undefined;
    beforePut = async () => {
      who = { state: 'signed-out' };
      unlocked = false;
      clearing = kept.clear();
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await kept.keep('ana', words(7));
    await clearing;
    expect([...rows.keys()]).toEqual([]);
  });

  it('cost nothing but themselves when the disk fails', async () => {
    disk = 'fails';
    const kept = open();
    await kept.keep('ana', words(7));
    await kept.forget(7);
    expect(await kept.recall('ana', 7)).toBeNull();
    expect(logged).toHaveLength(3);
    await expect(kept.clear()).rejects.toMatchObject({ code: 'storage-full' });
  });
});
