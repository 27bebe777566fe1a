import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type Answer,
  json,
  type LoopbackServer,
  startLoopbackServer,
  wireError,
} from '@/tests/support/loopback-server';
import {
  openAccount as openAccountAt,
  type Script,
  scriptStore as scriptTheStore,
} from '@/tests/support/scripted-store';

const THING = { path: '/thing', schema: z.object({ token: z.string() }) };

let server: LoopbackServer;
let now = 0;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
beforeEach(() => {
  now = Date.parse('2026-11-22T09:00:00Z');
});

const scriptStore = (script?: Script) => scriptTheStore(server, script);
const openAccount = (from: Pick<Parameters<typeof openAccountAt>[0], 'area' | 'meta'> = {}) =>
  openAccountAt({ url: server.url, now: () => now, ...from });

const refreshes = () => server.received.filter((r) => r.body.includes('grant_type=refresh_token'));

describe('a token that ran out', () => {
  it('is renewed once for all who ask at the same time, and the new refresh token is kept', async () => {
    const { valid } = scriptStore();
    const { account } = openAccount();
    await account.signIn(true);
    valid.delete('A1');
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => account.request(THING)));
    expect(outcomes).toEqual(Array(4).fill({ kind: 'ok', value: { token: 'A2' } }));
    expect(refreshes()).toHaveLength(1);
    valid.delete('A2');
    expect(await account.request(THING)).toEqual({ kind: 'ok', value: { token: 'A3' } });
    expect(refreshes().map((r) => new URLSearchParams(r.body).get('refresh_token'))).toEqual(['R1', 'R2']);
  });

  it('is renewed before it runs out', async () => {
    scriptStore({ expiresIn: 600 });
    const { account } = openAccount();
    await account.signIn(true);
    now += 541_000;
    expect(await account.request(THING)).toEqual({ kind: 'ok', value: { token: 'A2' } });
  });

  it.each([400, 401])(
    'ends the sign-in when the store answers %i to the renewal; the user stays known',
    async (status) => {
      const { valid } = scriptStore({ refresh: json(status, { error: 'invalid_grant' }) });
      const { account } = openAccount();
      await account.signIn(true);
      valid.delete('A1');
      expect(await account.request(THING)).toEqual({ kind: 'signed-out' });
      expect(await account.state()).toMatchObject({ state: 'expired', user: { storeUserId: 'ana' } });
      expect(await account.bookKeys()).toBeNull();
    },
  );

  it.each<[string, Answer, string]>([
    ['the connection breaks', (_, r) => r.destroy(), 'offline'],
    ['the store fails', json(500, {}), 'server-error'],
    ['the store is busy', json(503, {}), 'retry-later'],
    ['a portal answers', (_, r) => r.writeHead(200).end('<html>'), 'server-error'],
  ])('leaves the person signed in when %s during the renewal', async (_, refresh, kind) => {
    const { valid } = scriptStore({ refresh });
    const { account } = openAccount();
    await account.signIn(true);
    valid.delete('A1');
    expect((await account.request(THING)).kind).toBe(kind);
    expect((await account.state()).state).toBe('signed-in');
    expect(await account.bookKeys()).not.toBeNull();
  });

  it('ends the sign-in when the store refuses the token it has just given', async () => {
    const { valid } = scriptStore({ thing: wireError(401, 'signed-out') });
    const { account } = openAccount();
    await account.signIn(true);
    expect(await account.request(THING)).toEqual({ kind: 'signed-out' });
    expect((await account.state()).state).toBe('expired');
    expect(valid.size).toBe(2);
  });

  it('does not sign in again whoever signed out while it was renewed', async () => {
    let release = () => {};
    const { valid } = scriptStore({
      refresh: (request, response) => {
        release = () => json(200, { access_token: 'A9', refresh_token: 'R9' })(request, response);
      },
    });
    const { account } = openAccount();
    await account.signIn(true);
    valid.delete('A1');
    const request = account.request(THING);
    await expect.poll(() => refreshes().length).toBe(1);
    await account.signOut();
    release();
    await request;
    expect(await account.state()).toEqual({ state: 'signed-out' });
    expect(await account.bookKeys()).toBeNull();
  });
});
