import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noteUserId } from '@/lib/cache/notes-meta';
import { systemClock } from '@/lib/platform/clock';
import { pushRequestSchema } from '@/lib/protocol/mutation';
import { createPush } from '@/lib/sync/notes/push';
import { type Answer, json, type LoopbackServer, startLoopbackServer } from '@/tests/support/loopback-server';
import { createExclusive } from '@/tests/support/memory-area';
import { createMemoryOutbox, makeRow } from '@/tests/support/memory-outbox';
import { openAccount, type Script, scriptStore } from '@/tests/support/scripted-store';

const DAY = 24 * 3_600_000;

let server: LoopbackServer;
let now = 0;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
beforeEach(() => {
  now = Date.parse('2026-11-22T09:00:00Z');
});

/**
 * Ana is signed in at a store that takes notes, and 250 of hers wait: three requests.
 * @param script.afterFirst happens when the store has the first hundred
 */
async function openQueue(script: Script & { afterFirst?: (valid: Set<string>) => void } = {}) {
  const taken: string[] = [];
  const thing: Answer = (request, response) => {
    const ids = pushRequestSchema.parse(JSON.parse(request.body)).mutations.map((m) => m.id);
    if (taken.length === 0) script.afterFirst?.(valid);
    taken.push(...ids);
    json(200, { results: ids.map((id) => ({ id, status: 'applied' })) })(request, response);
  };
  const { valid } = scriptStore(server, { ...script, thing });
  const { account } = openAccount({ url: server.url, now: () => now });
  await account.signIn(true);
  const userId = noteUserId(server.url, 'ana');
  const outbox = createMemoryOutbox(Array.from({ length: 250 }, (_, n) => makeRow(n, { userId })));
  const push = createPush({
    ...{ account, outbox, exclusive: createExclusive() },
    ...{ clock: systemClock, onFewer() {} },
  });
  return { account, outbox, push, taken, valid };
}

const refreshes = () => server.received.filter((r) => r.body.includes('grant_type=refresh_token')).length;

describe('a token that ends in the middle of a queue', () => {
  it('is renewed once, and all notes go out once', async () => {
    const { push, outbox, taken } = await openQueue({ afterFirst: (valid) => valid.clear() });
    expect((await push()).outcome.kind).toBe('ok');
    expect(outbox.rows()).toEqual([]);
    expect(new Set(taken).size).toBe(250);
    expect(taken).toHaveLength(250);
    expect(refreshes()).toBe(1);
  });

  it('and can’t be renewed lets the rest wait as it is; it goes out after the next sign-in', async () => {
    const { push, outbox, taken, account } = await openQueue({
      afterFirst: (valid) => valid.clear(),
      refresh: json(400, { error: 'invalid_grant' }),
    });
    expect((await push()).outcome.kind).toBe('signed-out');
    expect((await account.state()).state).toBe('expired');
    expect(outbox.rows()).toHaveLength(150);
    expect(outbox.rows().filter((r) => r.state !== 'waiting' || r.failures > 0)).toEqual([]);
    expect((await push()).outcome.kind).toBe('signed-out');
    await account.signIn(true);
    expect((await push()).outcome.kind).toBe('ok');
    expect(outbox.rows()).toEqual([]);
    expect(taken).toHaveLength(250);
  });

  it.each([
    ['the store is gone', (_: unknown, r: { destroy(): void }) => r.destroy(), 'offline'],
    ['the store is busy', json(503, {}), 'retry-later'],
  ] as [string, Answer, string][])(
    'leaves the person signed in when %s just then, and the rest waits',
    async (_, refresh, kind) => {
      const { push, outbox, account } = await openQueue({ afterFirst: (valid) => valid.clear(), refresh });
      expect((await push()).outcome.kind).toBe(kind);
      expect((await account.state()).state).toBe('signed-in');
      expect(outbox.rows()).toHaveLength(150);
    },
  );
});

describe('a clock that jumps by a day while a queue goes out', () => {
  it.each([DAY, -DAY])('by %i ms keeps nothing back and sends nothing twice', async (jump) => {
    const { push, outbox, taken } = await openQueue({
      afterFirst() {
        now += jump;
      },
    });
    expect((await push()).outcome.kind).toBe('ok');
    expect(outbox.rows()).toEqual([]);
    expect(new Set(taken).size).toBe(taken.length);
  });

  it('backwards sends with a token that only the store knows to be over: it is renewed', async () => {
    const { push, outbox, taken } = await openQueue({
      afterFirst(valid) {
        now -= DAY;
        valid.clear();
      },
    });
    expect((await push()).outcome.kind).toBe('ok');
    expect(outbox.rows()).toEqual([]);
    expect(taken).toHaveLength(250);
  });
});
