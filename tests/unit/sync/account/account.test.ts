import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noteUserId } from '@/lib/cache/notes-meta';
import {
  type Answer,
  json,
  type LoopbackServer,
  startLoopbackServer,
  wireError,
} from '@/tests/support/loopback-server';
import { makeSession } from '@/tests/support/makers';
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
const openAccount = (from: Pick<Parameters<typeof openAccountAt>[0], 'area' | 'meta' | 'serverUrl'> = {}) =>
  openAccountAt({ url: server.url, now: () => now, ...from });

const userAt = (storeUserId: string, name: string) => ({
  id: noteUserId(server.url, storeUserId),
  storeUserId,
  name,
});

describe('signing in and out', () => {
  it('knows the user, the organisation and the keys afterwards', async () => {
    scriptStore();
    const { account } = openAccount();
    expect(await account.state()).toEqual({ state: 'signed-out' });
    expect(await account.bookKeys()).toBeNull();
    await account.signIn(true);
    expect(await account.state()).toEqual({ state: 'signed-in', user: userAt('ana', 'Ana Lima') });
    expect((await account.organisation())?.session.organisation.name).toBe('Demo');
    expect((await account.bookKeys())?.fingerprint).toMatch(/^2:/);
    expect(await account.request(THING)).toEqual({ kind: 'ok', value: { token: 'A1' } });
  });

  it('lasts when the worker is killed', async () => {
    scriptStore();
    const first = openAccount();
    await first.account.signIn(true);
    const { account } = openAccount(first);
    expect((await account.state()).state).toBe('signed-in');
    expect(await account.request(THING)).toMatchObject({ kind: 'ok' });
  });

  it('keeps the key to the cards out of what it keeps on disk', async () => {
    scriptStore();
    const { account, meta } = openAccount();
    await account.signIn(true);
    expect(JSON.stringify(await meta.organisation(noteUserId(server.url, 'ana')))).not.toContain(
      makeSession().lookupKey,
    );
  });

  it('after the browser was restarted the user is known, notes work, cards are locked', async () => {
    scriptStore();
    const first = openAccount();
    await first.account.signIn(true);
    const { account } = openAccount({ meta: first.meta });
    expect(await account.state()).toEqual({ state: 'expired', user: userAt('ana', 'Ana Lima') });
    expect((await account.author()).storeUserId).toBe('ana');
    expect(await account.organisation()).not.toBeNull();
    expect(await account.bookKeys()).toBeNull();
    expect(await account.request(THING)).toEqual({ kind: 'signed-out' });
  });

  it('signs out: tokens, keys and user are forgotten, the refresh token is revoked', async () => {
    scriptStore();
    const { account, area } = openAccount();
    await account.signIn(true);
    await account.signOut();
    expect(await account.state()).toEqual({ state: 'signed-out' });
    expect(await account.bookKeys()).toBeNull();
    expect(area.keys()).toEqual([]);
    const revoked = server.received.find((r) => r.path.endsWith('/revoke'));
    expect(new URLSearchParams(revoked?.body).get('token')).toBe('R1');
    await expect(account.author()).rejects.toMatchObject({ code: 'signed-out' });
  });

  it('is not undone by a sign-in without a word that was on its way meanwhile', async () => {
    scriptStore();
    const first = openAccount();
    await first.account.signIn(true);
    const { account, area } = openAccount({ meta: first.meta });
    const session: Answer = async (request, response) => {
      await account.signOut();
      json(200, makeSession())(request, response);
    };
    scriptStore({ session });
    await expect(account.signIn(false)).rejects.toMatchObject({ code: 'signed-out' });
    expect(await account.state()).toEqual({ state: 'signed-out' });
    expect(area.keys()).toEqual([]);
  });

  it('keeps nothing of what was asked of the store when they signed out meanwhile', async () => {
    scriptStore();
    const { account, meta } = openAccount();
    await account.signIn(true);
    const session: Answer = async (request, response) => {
      await account.signOut();
      json(200, makeSession())(request, response);
    };
    scriptStore({ session }).valid.add('A1');
    await account.reloadOrganisation();
    expect(await account.state()).toEqual({ state: 'signed-out' });
    expect(await meta.organisation(noteUserId(server.url, 'ana'))).toBeNull();
  });

  it('asks who it is after someone signed out, and never signs in silently then', async () => {
    scriptStore();
    const { account, prompts } = openAccount();
    await account.signIn(true);
    await account.signOut();
    await expect(account.signIn(false)).rejects.toMatchObject({ code: 'signed-out' });
    await account.signIn(true);
    expect(prompts).toEqual(['login', 'login']);
  });

  it('makes nobody someone else without being asked, though the store’s cookie is another’s by now', async () => {
    const user = { id: 'ben', name: 'Ben', email: 'ben@example.com', role: 'rep', team: 'North' } as const;
    scriptStore();
    const first = openAccount();
    await first.account.signIn(true);
    const { account } = openAccount({ meta: first.meta });
    scriptStore({ session: json(200, makeSession({ user })) });
    await expect(account.signIn(false)).rejects.toMatchObject({ code: 'signed-out' });
    expect(await account.state()).toEqual({ state: 'expired', user: userAt('ana', 'Ana Lima') });
    await account.signIn(true);
    expect(await account.state()).toEqual({ state: 'signed-in', user: userAt('ben', 'Ben') });
  });

  it.each([true, false])(
    'signs nobody in at a store that was exchanged meanwhile (by hand: %s)',
    async (interactive) => {
      let address = server.url;
      const session: Answer = (request, response) => {
        address = 'https://other.example';
        json(200, makeSession())(request, response);
      };
      scriptStore({ session });
      const { account, area } = openAccount({ serverUrl: async () => address });
      await expect(account.signIn(interactive)).rejects.toMatchObject({ code: 'signed-out' });
      expect(await account.state()).toEqual({ state: 'signed-out' });
      expect(area.keys()).toEqual([]);
    },
  );

  it('asks who it is in a browser that it is new in: it may have been taken off this browser, and put back', async () => {
    scriptStore();
    const { account, prompts } = openAccount();
    await account.signIn(true);
    expect(prompts).toEqual(['login']);
  });

  it('asks for no password from whose sign-in has run out, while the store’s cookie knows them', async () => {
    scriptStore();
    const first = openAccount();
    await first.account.signIn(true);
    const { account, prompts } = openAccount({ meta: first.meta });
    await account.signIn(true);
    expect(prompts).toEqual([null]);
  });

  it.each<[string, Script, string]>([
    ['the store speaks another version', { session: json(200, makeSession({ protocol: 99 })) }, 'outdated'],
    ['the store fails', { session: wireError(500, 'internal') }, 'server-error'],
    ['the connection breaks', { session: (_, r) => r.destroy() }, 'offline'],
  ])('signs nobody in when %s', async (_, script, code) => {
    scriptStore(script);
    const { account } = openAccount();
    await expect(account.signIn(true)).rejects.toMatchObject({ code });
    expect(await account.state()).toEqual({ state: 'signed-out' });
  });
});

describe('business time', () => {
  it('is real', async () => {
    scriptStore();
    const { account } = openAccount();
    await account.signIn(true);
    expect((await account.now()).getTime()).toBe(now);
  });

  it('runs on from the store’s day under --as-of, also in a later worker', async () => {
    const session = makeSession({ asOf: '2018-06-30', now: '2018-06-30T12:00:00.000Z' });
    scriptStore({ session: json(200, session) });
    const first = openAccount();
    await first.account.signIn(true);
    now += 60_000;
    const { account } = openAccount(first);
    expect((await account.now()).toISOString()).toBe('2018-06-30T12:01:00.000Z');
  });
});
