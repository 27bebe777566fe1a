import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Answer,
  json,
  type LoopbackServer,
  startLoopbackServer,
  wireError,
} from '@/tests/support/loopback-server';
import { openAccount, scriptStore } from '@/tests/support/scripted-store';

/** Milliseconds: what is waited for comes, or never does. */
const PATIENCE = 20_000;

/* Whoever signs out without the store leaves its cookie in the browser: it must be ended before anyone uses it. */

const BACK = 'https://abc.chromiumapp.org/';
const MINUTE = 60_000;
const OWED = 'sign-outs-owed';

let server: LoopbackServer;
let now = 0;
/** what the store's cookie in this browser still opens */
let session: 'alive' | 'ended';
let network: 'up' | 'cut';
let revoke: Answer | null;
let prompts: (string | null)[];
/** while a window of the store is open */
let typing: () => Promise<unknown>;

beforeAll(async () => {
  server = await startLoopbackServer();
});
afterAll(() => server.close());
beforeEach(() => {
  now = Date.parse('2026-11-27T09:00:00Z');
  [session, network, revoke, prompts] = ['ended', 'up', null, []];
  typing = async () => {};
  const cut: Answer = (_, response) => response.destroy();
  const end: Answer = (request, response) => {
    if (network === 'cut') return cut(request, response);
    if (revoke) return revoke(request, response);
    session = 'ended';
    json(200, {})(request, response);
  };
  scriptStore(server, { revoke: end });
});

/** The store's pages in a browser that has its cookie. */
async function launch(address: string): Promise<string> {
  const { searchParams } = new URL(address);
  const [prompt, state] = [searchParams.get('prompt'), searchParams.get('state')];
  prompts.push(prompt);
  if (network === 'cut') throw new Error('Authorization page could not be loaded.');
  if (prompt === 'none' && session === 'ended') return `${BACK}?error=login_required&state=${state}`;
  if (prompt === 'none') return `${BACK}?code=C&state=${state}`;
  // Their cookie is there before the page has come back.
  session = 'alive';
  await typing();
  return `${BACK}?code=C&state=${state}`;
}

type Opened = ReturnType<typeof openAccount>;
const worker = (from: Partial<Opened> = {}) =>
  openAccount({ ...from, url: server.url, now: () => now, launch });

/** Someone has signed out while the store couldn't be reached. */
async function signedOutWithoutTheStore(): Promise<Opened> {
  const opened = worker();
  await opened.account.signIn(true);
  network = 'cut';
  await opened.account.signOut();
  prompts = [];
  return opened;
}

const owedIn = ({ local }: Opened) => local.get(OWED);

describe('a sign-out that the store did not hear of', () => {
  it('is owed, by the store’s address alone', async () => {
    const opened = await signedOutWithoutTheStore();
    expect(await owedIn(opened)).toEqual([server.url]);
    expect(opened.local.keys()).toEqual([OWED]);
    expect(opened.area.keys()).toEqual([]);
  });

  it.each<[string, Answer]>([
    ['it fails', wireError(500, 'internal')],
    ['it will not', json(400, { error: 'invalid_request' })],
  ])('is owed where the store answers that %s', async (_, answer) => {
    const opened = worker();
    await opened.account.signIn(true);
    revoke = answer;
    await opened.account.signOut();
    const revokes = () => server.received.filter(({ path }) => path.endsWith('/revoke'));
    // By the token, and then by the cookie: one that came later would be the next test's.
    await vi.waitFor(() => expect(revokes()).toHaveLength(2), PATIENCE);
    expect(prompts).toContain('none');
    expect(await owedIn(opened)).toEqual([server.url]);
    expect(session).toBe('alive');
  });

  it('is settled when the network is back, also by a later worker of a browser that was restarted', async () => {
    const first = await signedOutWithoutTheStore();
    const later = worker({ local: first.local, meta: first.meta });
    await later.account.endOwedSessions({ hurry: true });
    expect([session, await owedIn(later)]).toEqual(['alive', [server.url]]);
    network = 'up';
    await later.account.endOwedSessions({ hurry: true });
    expect([session, await owedIn(later)]).toEqual(['ended', undefined]);
    expect(await later.account.state()).toEqual({ state: 'signed-out' });
    expect(prompts).toEqual(['none', 'none', 'none']);
  });

  it('is tried every five minutes by the alarm, until the store answers', async () => {
    const { account } = await signedOutWithoutTheStore();
    await account.endOwedSessions({ hurry: false });
    now += 5 * MINUTE - 1;
    await account.endOwedSessions({ hurry: false });
    expect(prompts).toHaveLength(1);
    now += 1;
    await account.endOwedSessions({ hurry: false });
    expect(prompts).toHaveLength(2);
  });

  it.each([
    ['another state', () => `${BACK}?error=login_required&state=other`],
    ['another error', (state: string | null) => `${BACK}?error=server_error&state=${state}`],
    [
      'another address',
      (state: string | null) => `https://portal.example/?error=login_required&state=${state}`,
    ],
  ])('stays owed after an answer with %s', async (_, answer) => {
    const first = await signedOutWithoutTheStore();
    const portal = async (address: string) => answer(new URL(address).searchParams.get('state'));
    const { account } = openAccount({ ...first, url: server.url, now: () => now, launch: portal });
    await account.endOwedSessions({ hurry: true });
    expect(await owedIn(first)).toEqual([server.url]);
  });

  it('is nothing of who signs out with the store, or where nobody was signed in', async () => {
    const opened = worker();
    await opened.account.signOut();
    await opened.account.signIn(true);
    await opened.account.signOut();
    expect(session).toBe('ended');
    expect(opened.local.keys()).toEqual([]);
    await opened.account.endOwedSessions({ hurry: true });
    expect(prompts).toHaveLength(1);
  });

  it('is told by the cookie at once where the sign-in had run out, and no token was left', async () => {
    const first = worker();
    await first.account.signIn(true);
    const expired = worker({ local: first.local, meta: first.meta });
    expect((await expired.account.state()).state).toBe('expired');
    await expired.account.signOut();
    await vi.waitFor(async () => expect(await owedIn(expired)).toBeUndefined(), PATIENCE);
    expect(session).toBe('ended');
  });
});

describe('signing in while it is owed', () => {
  it('never happens without a word, and ends the session instead', async () => {
    const { account, local } = await signedOutWithoutTheStore();
    await expect(account.signIn(false)).rejects.toMatchObject({ code: 'signed-out' });
    network = 'up';
    revoke = wireError(500, 'internal');
    await expect(account.signIn(false)).rejects.toMatchObject({ code: 'signed-out' });
    expect(await local.get(OWED)).toEqual([server.url]);
    expect(prompts).toEqual(['none', 'none']);
  });

  it('never happens without a word, though all else of who was here is forgotten', async () => {
    const { local } = await signedOutWithoutTheStore();
    network = 'up';
    revoke = wireError(500, 'internal');
    const { account, area } = worker({ local });
    await expect(account.signIn(false)).rejects.toMatchObject({ code: 'signed-out' });
    expect(area.keys()).toEqual([]);
    prompts = [];
    await account.signIn(true);
    expect(prompts).toEqual(['none', 'login']);
    // The cookie is another's now.
    expect(local.keys()).toEqual([]);
  });

  it('tells the store first, before the next person is asked who they are', async () => {
    const { account, local } = await signedOutWithoutTheStore();
    network = 'up';
    typing = async () => expect(local.keys()).toEqual([]);
    await account.signIn(true);
    expect(prompts).toEqual(['none', 'none', 'login']);
    expect((await account.state()).state).toBe('signed-in');
    expect(session).toBe('alive');
  });

  it('ends nobody’s session while the next person types, or has signed in', async () => {
    const { account } = await signedOutWithoutTheStore();
    network = 'up';
    revoke = wireError(500, 'internal');
    typing = async () => {
      revoke = null;
      await account.endOwedSessions({ hurry: true });
    };
    await account.signIn(true);
    await account.endOwedSessions({ hurry: true });
    expect(session).toBe('alive');
    expect(prompts).toEqual(['none', 'login']);
  });
});
