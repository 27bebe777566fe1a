import { beforeEach, describe, expect, it } from 'vitest';
import { createSyncLoop, type Wake } from '@/lib/sync/sync-loop';
import type { Outcome } from '@/lib/sync/transport';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const ok = { kind: 'ok', value: null } as const;
let now = 0;
let area = createMemoryArea();
let signedIn = true;
let pushEnd: Outcome<unknown> = ok;
let pullEnd: Outcome<null> = ok;
let log: string[] = [];

/** Another worker over the same storage. */
const startWorker = () =>
  createSyncLoop({
    area,
    exclusive: createExclusive(),
    clock: { now: () => new Date(now) },
    random: () => 0,
    account: {
      state: async () =>
        signedIn
          ? { state: 'signed-in', user: { id: 'ana', storeUserId: 'ana', name: 'Ana' } }
          : { state: 'signed-out' },
      reloadOrganisation: async () => {
        log.push('organisation');
      },
    },
    push: async () => {
      log.push('push');
      return { outcome: pushEnd, sent: false };
    },
    pull: async () => {
      log.push('pull');
      return { outcome: pullEnd, changed: false };
    },
    onChange: () => log.push('changed'),
  });

/** What one wake makes the loop do, in a worker that has just started. */
async function wake(why: Wake): Promise<string[]> {
  log = [];
  await startWorker().run(why);
  return log.filter((entry) => entry === 'push' || entry === 'pull');
}

beforeEach(async () => {
  now = Date.parse('2026-11-22T09:00:00Z');
  area = createMemoryArea();
  signedIn = true;
  pushEnd = ok;
  pullEnd = ok;
});

describe('the sync loop', () => {
  it('pushes and pulls when the alarm wakes it, and only pushes for a saved note', async () => {
    expect(await wake('alarm')).toEqual(['push', 'pull']);
    expect(await wake('enqueue')).toEqual(['push']);
  });

  it('does nothing while nobody is signed in', async () => {
    signedIn = false;
    expect(await wake('asked')).toEqual([]);
  });

  it('waits longer after each failure, also when the worker was killed in between', async () => {
    pullEnd = { kind: 'offline' };
    await wake('alarm');
    now += 1999;
    expect(await wake('alarm')).toEqual([]);
    now += 1;
    expect(await wake('alarm')).toEqual(['push', 'pull']);
    now += 3999;
    expect(await wake('enqueue')).toEqual([]);
    now += 1;
    expect(await wake('port')).toEqual(['push', 'pull']);
  });

  it.each<Wake>(['online', 'sign-in', 'asked'])(
    'doesn’t wait when "%s" says that things are different',
    async (why) => {
      pushEnd = { kind: 'offline' };
      await wake('alarm');
      expect(await wake('alarm')).toEqual([]);
      expect(await wake(why)).toEqual(['push', 'pull']);
    },
  );

  it('obeys Retry-After whoever wakes it', async () => {
    pushEnd = { kind: 'retry-later', afterMs: 60_000 };
    await wake('alarm');
    now += 59_999;
    for (const why of ['alarm', 'online', 'asked', 'enqueue'] as const) expect(await wake(why)).toEqual([]);
    now += 1;
    expect(await wake('alarm')).toEqual(['push', 'pull']);
  });

  it('is online as long as the store itself answers, whatever it says', async () => {
    const online = async (outcome: Outcome<null>) => {
      pullEnd = outcome;
      await wake('asked');
      now += 3_600_000;
      return startWorker().isOnline();
    };
    expect(await online({ kind: 'offline' })).toBe(false);
    expect(await online({ kind: 'retry-later', afterMs: 5 })).toBe(true);
    expect(await online({ kind: 'server-error' })).toBe(false);
    expect(await online({ kind: 'signed-out' })).toBe(true);
  });

  it('tells the sidebars when the store is lost and when it is back, and not each half minute', async () => {
    await wake('alarm');
    expect(log).not.toContain('changed');
    pullEnd = { kind: 'offline' };
    await wake('asked');
    expect(log).toContain('changed');
    pullEnd = ok;
    now += 2000;
    await wake('alarm');
    expect(log).toContain('changed');
    await wake('alarm');
    expect(log).not.toContain('changed');
  });

  it('fetches reasons and playbook once an hour', async () => {
    await wake('alarm');
    expect(log).toContain('organisation');
    now += 3_599_000;
    await wake('alarm');
    expect(log).not.toContain('organisation');
    now += 1000;
    await wake('alarm');
    expect(log).toContain('organisation');
  });
});
