import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { NotesMeta, NoteUser, StoredOrganisation } from '@/lib/cache/notes-meta';
import { createAccount } from '@/lib/sync/account';
import { createOAuth } from '@/lib/sync/oauth';
import { createTransport } from '@/lib/sync/transport';
import {
  type Answer,
  json,
  type LoopbackServer,
  type Received,
  startLoopbackServer,
  wireError,
} from '@/tests/support/loopback-server';
import { makeSession } from '@/tests/support/makers';
import { createExclusive, createMemoryArea } from '@/tests/support/memory-area';

const REDIRECT = 'https://abc.chromiumapp.org/';
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

/** What the notes database keeps of the account, without a database. */
function createMeta(): NotesMeta {
  let user: NoteUser | null | undefined;
  const organisations = new Map<string, StoredOrganisation>();
  return {
    clientId: async () => '00000000-0000-4000-8000-000000000001',
    user: async () => user ?? null,
    setUser: async ({ id, name }) => {
      user = { id, name };
    },
    forgetUser: async () => {
      user = null;
    },
    someoneSignedOut: async () => user === null,
    organisation: async (id) => organisations.get(id) ?? null,
    setOrganisation: async (id, organisation) => {
      organisations.set(id, organisation);
    },
  };
}

type Script = {
  /** how the token route answers a refresh; by default with the next pair */
  refresh?: Answer;
  session?: Answer;
  /** how every other route answers a token that counts */
  thing?: Answer;
  expiresIn?: number;
};

/** A store that gives A1 and R1 at sign-in, A2 and R2 at the first refresh, and takes each refresh token once. */
function scriptStore(script: Script = {}): { valid: Set<string> } {
  const valid = new Set<string>();
  const refreshTokens = new Set<string>();
  let issued = 0;
  const issue: Answer = (request, response) => {
    issued += 1;
    valid.add(`A${issued}`);
    refreshTokens.add(`R${issued}`);
    const tokens = { access_token: `A${issued}`, refresh_token: `R${issued}` };
    json(200, { ...tokens, expires_in: script.expiresIn ?? 3600 })(request, response);
  };
  const tokenRoute: Answer = (request, response) => {
    const form = new URLSearchParams(request.body);
    if (form.get('grant_type') === 'authorization_code') return issue(request, response);
    if (script.refresh) return script.refresh(request, response);
    const known = refreshTokens.delete(form.get('refresh_token') ?? '');
    return (known ? issue : json(400, { error: 'invalid_grant' }))(request, response);
  };
  const bearer = (request: Received) => request.headers.authorization?.slice('Bearer '.length) ?? '';
  server.answer((request, response) => {
    if (request.path === '/api/auth/oauth2/token') return tokenRoute(request, response);
    if (request.path === '/api/auth/oauth2/revoke') return json(200, {})(request, response);
    if (!valid.has(bearer(request))) return wireError(401, 'signed-out')(request, response);
    const session = script.session ?? json(200, makeSession());
    const thing = script.thing ?? json(200, { token: bearer(request) });
    return (request.path === '/v1/session' ? session : thing)(request, response);
  });
  return { valid };
}

const agree = async (url: string) => `${REDIRECT}?code=C&state=${new URL(url).searchParams.get('state')}`;

function openAccount(
  deps: { area?: ReturnType<typeof createMemoryArea>; meta?: NotesMeta; url?: string } = {},
) {
  const area = deps.area ?? createMemoryArea();
  const exclusive = createExclusive();
  const serverUrl = async () => deps.url ?? server.url;
  const transport = createTransport({ fetch, serverUrl, now: () => new Date(now) });
  const prompts: (string | null)[] = [];
  const launch = (url: string) => {
    prompts.push(new URL(url).searchParams.get('prompt'));
    return agree(url);
  };
  const oauth = createOAuth({ transport, serverUrl, launch, redirectUrl: REDIRECT, now: () => now });
  const clock = { now: () => new Date(now) };
  const meta = deps.meta ?? createMeta();
  return { account: createAccount({ area, exclusive, clock, transport, oauth, meta }), area, meta, prompts };
}

const refreshes = () => server.received.filter((r) => r.body.includes('grant_type=refresh_token'));

describe('signing in and out', () => {
  it('knows the user, the organisation and the keys afterwards', async () => {
    scriptStore();
    const { account } = openAccount();
    expect(await account.state()).toEqual({ state: 'signed-out' });
    expect(await account.cardKeys()).toBeNull();
    await account.signIn(true);
    expect(await account.state()).toEqual({ state: 'signed-in', user: { id: 'ana', name: 'Ana Lima' } });
    expect((await account.organisation())?.session.organisation.name).toBe('Demo');
    expect((await account.cardKeys())?.fingerprint).toMatch(/^1:/);
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
    expect(JSON.stringify(await meta.organisation('ana'))).not.toContain(makeSession().lookupKey);
  });

  it('after the browser was restarted the user is known, notes work, cards are locked', async () => {
    scriptStore();
    const first = openAccount();
    await first.account.signIn(true);
    const { account } = openAccount({ meta: first.meta });
    expect(await account.state()).toEqual({ state: 'expired', user: { id: 'ana', name: 'Ana Lima' } });
    expect((await account.author()).id).toBe('ana');
    expect(await account.organisation()).not.toBeNull();
    expect(await account.cardKeys()).toBeNull();
    expect(await account.request(THING)).toEqual({ kind: 'signed-out' });
  });

  it('signs out: tokens, keys and user are forgotten, the refresh token is revoked', async () => {
    scriptStore();
    const { account, area } = openAccount();
    await account.signIn(true);
    await account.signOut();
    expect(await account.state()).toEqual({ state: 'signed-out' });
    expect(await account.cardKeys()).toBeNull();
    expect(area.keys()).toEqual([]);
    const revoked = server.received.find((r) => r.path.endsWith('/revoke'));
    expect(new URLSearchParams(revoked?.body).get('token')).toBe('R1');
    await expect(account.author()).rejects.toMatchObject({ code: 'signed-out' });
  });

  it('asks who it is after someone signed out, and never signs in silently then', async () => {
    scriptStore();
    const { account, prompts } = openAccount();
    await account.signIn(true);
    await account.signOut();
    await expect(account.signIn(false)).rejects.toMatchObject({ code: 'signed-out' });
    await account.signIn(true);
    expect(prompts).toEqual([null, 'login']);
  });

  it('makes nobody someone else without being asked, though the store’s cookie is another’s by now', async () => {
    const user = { id: 'ben', name: 'Ben', email: 'ben@example.com', role: 'rep', team: 'North' } as const;
    scriptStore();
    const first = openAccount();
    await first.account.signIn(true);
    const { account } = openAccount({ meta: first.meta });
    scriptStore({ session: json(200, makeSession({ user })) });
    await expect(account.signIn(false)).rejects.toMatchObject({ code: 'signed-out' });
    expect(await account.state()).toEqual({ state: 'expired', user: { id: 'ana', name: 'Ana Lima' } });
    await account.signIn(true);
    expect(await account.state()).toEqual({ state: 'signed-in', user: { id: 'ben', name: 'Ben' } });
  });

  it('signing out when nobody was signed in makes no one type a password again', async () => {
    scriptStore();
    const { account, prompts } = openAccount();
    await account.signOut();
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
      expect(await account.state()).toEqual({ state: 'expired', user: { id: 'ana', name: 'Ana Lima' } });
      expect(await account.cardKeys()).toBeNull();
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
    expect(await account.cardKeys()).not.toBeNull();
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
    expect(await account.cardKeys()).toBeNull();
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
