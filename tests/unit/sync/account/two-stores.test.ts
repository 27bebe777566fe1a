import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { OutboxEntry } from '@/lib/cache/outbox-rows';
import { systemClock } from '@/lib/platform/clock';
import { createPush } from '@/lib/sync/notes/push';
import { json, type LoopbackServer, startLoopbackServer, wireError } from '@/tests/support/loopback-server';
import { makeMutation } from '@/tests/support/makers';
import { createExclusive } from '@/tests/support/memory-area';
import { openAccount, scriptStore } from '@/tests/support/scripted-store';

/* Anyone can run a store that says of its user what it likes. */

const THING = { path: '/thing', schema: z.object({ token: z.string() }) };
const now = () => Date.parse('2026-11-22T09:00:00Z');

let own: LoopbackServer;
let other: LoopbackServer;

beforeAll(async () => {
  own = await startLoopbackServer();
  other = await startLoopbackServer();
});
afterAll(() => Promise.all([own.close(), other.close()]));
beforeEach(() => {
  scriptStore(own);
  scriptStore(other);
});

/** Ana, signed in at her store; `moved` is the same browser after the store's address was changed. */
async function signedIn() {
  const first = openAccount({ url: own.url, now });
  await first.account.signIn(true);
  const { account: moved } = openAccount({ ...first, url: other.url, now });
  return { ...first, moved };
}

it('takes the same user id at another store for somebody else, with an organisation of their own', async () => {
  const { account, moved, meta } = await signedIn();
  const ana = await account.author();
  await account.signOut();
  await moved.signIn(true);
  const stranger = await moved.author();
  expect(stranger.storeUserId).toBe(ana.storeUserId);
  expect(stranger.id).not.toBe(ana.id);
  expect(await meta.organisation(`${other.url} ana`)).not.toBeNull();
});

it('doesn’t become the other store’s user without being asked', async () => {
  const { meta } = await signedIn();
  const { account } = openAccount({ url: other.url, now, meta });
  await expect(account.signIn(false)).rejects.toMatchObject({ code: 'signed-out' });
});

it('gives tokens only to the store that they are from: asking, renewing and revoking', async () => {
  const { valid } = scriptStore(own);
  const { moved } = await signedIn();
  valid.delete('A1');
  expect(await moved.request(THING)).toEqual({ kind: 'ok', value: { token: 'A2' } });
  await moved.signOut();
  expect(own.received.map((r) => r.path)).toContain('/api/auth/oauth2/revoke');
  expect(other.received).toEqual([]);
});

it('asks nothing again in the name of who signed in meanwhile', async () => {
  const { account, moved } = await signedIn();
  own.answer(async (request, response) => {
    if (request.path !== '/thing') return json(200, {})(request, response);
    await account.signOut();
    await moved.signIn(true);
    wireError(401, 'signed-out')(request, response);
  });
  expect(await account.request(THING)).toEqual({ kind: 'signed-out' });
  expect(other.received.map((r) => r.path)).not.toContain('/thing');
});

it('sends no note of the first store’s user when another is signed in by the time it would go out', async () => {
  const mutation = makeMutation(1);
  const { id, at } = mutation;
  scriptStore(other, { thing: json(200, { results: [{ id, status: 'applied' }] }) });
  const { account, moved } = await signedIn();
  const ana = (await account.author()).id;
  const gone: string[] = [];
  const outbox = {
    due: async (userId: string): Promise<OutboxEntry[]> => {
      if (userId !== ana) return [];
      await account.signOut();
      await moved.signIn(true);
      return [{ id, at, state: 'waiting', code: null, name: 'A', mutation, doubt: null, theirs: null }];
    },
    remove: async (rows: readonly string[]) => {
      gone.push(...rows);
    },
    needsAttention: async (row: string) => {
      gone.push(row);
    },
    failed: async () => {},
  };
  const push = createPush({
    ...{ account: moved, outbox, exclusive: createExclusive() },
    ...{ clock: systemClock, onFewer() {} },
  });
  expect((await push()).outcome).toEqual({ kind: 'signed-out' });
  expect(gone).toEqual([]);
  expect(other.received.map((r) => r.path)).not.toContain('/v1/mutations');
});
