import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import type { AccountState } from '@/lib/sync/account/account';
import { createSilentSignIn } from '@/lib/sync/account/silent-sign-in';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const ana = { id: 'ana', storeUserId: 'ana', name: 'Ana' };
let now = 0;
let area = createMemoryArea();
let state: AccountState;
let cookie: 'ana' | 'nobody' | 'broken';
let tries: boolean[];

/** Another worker over the same storage. */
const startWorker = () =>
  createSilentSignIn({
    area,
    exclusive: createExclusive(),
    clock: { now: () => new Date(now) },
    account: {
      state: async () => state,
      signIn: async (interactive) => {
        tries.push(interactive);
        if (cookie === 'nobody') throw new AppError('signed-out');
        if (cookie === 'broken') throw new TypeError('a bug');
        state = { state: 'signed-in', user: ana };
      },
    },
  });

beforeEach(() => {
  now = Date.parse('2026-11-22T09:00:00Z');
  area = createMemoryArea();
  state = { state: 'expired', user: ana };
  cookie = 'ana';
  tries = [];
});

describe('signing in again without a word', () => {
  it('works while the store’s cookie knows the person, and opens no window', async () => {
    expect(await startWorker()({ hurry: false })).toBe(true);
    expect(tries).toEqual([false]);
  });

  it.each<AccountState>([{ state: 'signed-out' }, { state: 'signed-in', user: ana }])(
    'is not tried when %j',
    async (as) => {
      state = as;
      expect(await startWorker()({ hurry: true })).toBe(false);
      expect(tries).toEqual([]);
    },
  );

  it('is tried every five minutes at most, by whichever worker', async () => {
    cookie = 'nobody';
    expect(await startWorker()({ hurry: false })).toBe(false);
    now += 299_999;
    await startWorker()({ hurry: false });
    expect(tries).toHaveLength(1);
    now += 1;
    await startWorker()({ hurry: false });
    expect(tries).toHaveLength(2);
  });

  it('is tried at once when the network is back, or the clock was set back', async () => {
    cookie = 'nobody';
    await startWorker()({ hurry: false });
    await startWorker()({ hurry: true });
    expect(tries).toHaveLength(2);
    now -= 86_400_000;
    await startWorker()({ hurry: false });
    expect(tries).toHaveLength(3);
  });

  it('hides no bug', async () => {
    cookie = 'broken';
    await expect(startWorker()({ hurry: true })).rejects.toThrow(TypeError);
  });
});
