import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/platform/app-error';
import { DAY, HOUR } from '@/lib/platform/clock';
import type { Outcome } from '@/lib/sync/network/transport';
import { createSyncLoop, type Wake } from '@/lib/sync/sync-loop';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const ok = { kind: 'ok', value: null } as const;
let now = 0;
let area = createMemoryArea();
let signedIn = true;
let pushEnd: Outcome<unknown> = ok;
let pullEnd: Outcome<null> = ok;
let diskFull = false;
let fewer = false;
let sent = true;
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
      return { outcome: pushEnd, sent, fewer };
    },
    pull: async () => {
      log.push('pull');
      if (diskFull) throw new AppError('storage-full');
      return { outcome: pullEnd, changed: false };
    },
    onChange: () => log.push('changed'),
    onOrganisation: async () => void log.push('organisation is here'),
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
  diskFull = false;
  fewer = false;
  sent = true;
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

  it('waits no longer where some of the queue left each time, however often the rest failed', async () => {
    pushEnd = { kind: 'offline' };
    fewer = true;
    for (let i = 0; i < 8; i += 1) {
      await wake('alarm');
      now += 2000;
    }
    expect(await wake('alarm')).toEqual(['push', 'pull']);
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

  it('neither takes the store for back nor tries sooner where there was nothing to send', async () => {
    pushEnd = { kind: 'offline' };
    await wake('asked');
    pushEnd = ok;
    sent = false;
    now += 2000;
    await wake('enqueue');
    expect(await startWorker().isOnline()).toBe(false);
    pullEnd = { kind: 'offline' };
    await wake('alarm');
    now += 3999;
    expect(await wake('alarm')).toEqual([]);
  });

  it('tells the sidebars when the store is lost and when it is back, and not each half minute', async () => {
    sent = false;
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

  it('fetches them at once when a person asks for what is new, and says that they came', async () => {
    await wake('alarm');
    expect(log).toContain('organisation is here');
    await wake('port');
    expect(log).not.toContain('organisation is here');
    await wake('asked');
    expect(log.slice(log.indexOf('organisation'))).toEqual(['organisation', 'organisation is here']);
  });

  it('waits longer after each try that the disk failed, obeys the store all the same, and says what it was', async () => {
    diskFull = true;
    await expect(wake('alarm')).rejects.toMatchObject({ code: 'storage-full' });
    now += 1999;
    expect(await wake('alarm')).toEqual([]);
    now += 1;
    pushEnd = { kind: 'retry-later', afterMs: 60_000 };
    await expect(wake('alarm')).rejects.toMatchObject({ code: 'storage-full' });
    now += 59_999;
    expect(await wake('asked')).toEqual([]);
    now += 1;
    diskFull = false;
    expect(await wake('alarm')).toEqual(['push', 'pull']);
  });

  it.each([
    ['set back by a day', -DAY],
    ['set ahead by a day', DAY],
  ])('goes on at once when the clock is %s, after failures and after a good hour', async (_, jump) => {
    pullEnd = { kind: 'retry-later', afterMs: 600_000 };
    for (let i = 0; i < 9; i += 1) {
      await wake('alarm');
      now += HOUR;
    }
    await wake('alarm');
    now += jump;
    pullEnd = ok;
    expect(await wake('alarm')).toEqual(['push', 'pull']);
    expect(log).toContain('organisation');
    now -= 2 * jump;
    expect(await wake('alarm')).toEqual(['push', 'pull']);
    expect(log).toContain('organisation');
  });

  it('tries no more often than it should while the clock jumps to and fro', async () => {
    pullEnd = { kind: 'offline' };
    let tries = 0;
    for (let i = 0; i < 40; i += 1) {
      now += i % 2 === 0 ? DAY : -DAY;
      tries += (await wake('alarm')).length / 2;
      expect(await wake('alarm')).toEqual([]);
    }
    expect(tries).toBe(40);
  });
});
