import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionSchema } from '@/lib/protocol/session';
import { describeEachDatabase } from './support/databases';
import {
  askToken,
  authorize,
  CLIENT_ID,
  type CookieJar,
  endSession,
  getTokens,
  makePkce,
  REDIRECT_URI,
  redeemCode,
  signIn,
  type Tokens,
} from './support/oauth-flow';
import { emailOf, PASSWORD, startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('sign-in', (kind) => {
  let store: TestStore;
  let url: string;
  const rep = { email: emailOf('rep'), password: PASSWORD };
  const logged: { fields: object; text: string }[] = [];
  const keep = (fields: object, text: string) => void logged.push({ fields, text });
  const log = { info() {}, warn: keep, error: keep };

  beforeAll(async () => {
    store = await startTestStore(kind, { log });
    url = store.server.url;
  });
  afterAll(() => store.stop());

  const session = (token: string) =>
    fetch(`${url}/v1/session`, { headers: { authorization: `Bearer ${token}` } });

  /** Signs in up to the code. */
  async function getCode(jar: CookieJar, challenge: string): Promise<string> {
    const loginPage = await authorize(url, { jar, challenge });
    const answer = (await (await signIn(loginPage, { ...rep, jar })).json()) as { url: string };
    return new URL(answer.url).searchParams.get('code') ?? '';
  }

  it('goes from authorize over the login page, code and token to a session, and ends with revoke', async () => {
    const jar: CookieJar = new Map();
    const { verifier, challenge } = makePkce();
    const loginPage = await authorize(url, { jar, challenge });
    expect(loginPage.pathname).toBe('/sign-in');

    const answer = await signIn(loginPage, { ...rep, jar });
    const { url: back } = (await answer.json()) as { url: string };
    expect(back.startsWith(REDIRECT_URI)).toBe(true);
    const query = new URL(back).searchParams;
    expect(query.get('state')).toBe('state-of-the-test');

    const tokens = (await (await redeemCode(url, query.get('code') ?? '', verifier)).json()) as Tokens;
    const me = sessionSchema.parse(await (await session(tokens.access_token)).json());
    expect(me.user).toEqual({
      id: store.users.rep,
      name: 'The rep',
      email: rep.email,
      role: 'rep',
      team: 'North',
    });

    const renewed = await askToken(url, {
      grant_type: 'refresh_token',
      refresh_token: tokens.refresh_token,
    });
    const next = (await renewed.json()) as Tokens;
    expect(next.refresh_token).not.toBe(tokens.refresh_token);
    expect((await session(next.access_token)).status).toBe(200);

    const revoked = await fetch(`${url}/api/auth/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: CLIENT_ID, token: next.refresh_token }),
    });
    expect(revoked.status).toBe(200);
    const refused = await session(next.access_token);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ error: { code: 'signed-out' } });
    const again = await askToken(url, { grant_type: 'refresh_token', refresh_token: next.refresh_token });
    expect(again.status).toBe(400);
  });

  it('shows no page to somebody signed in already', async () => {
    const jar: CookieJar = new Map();
    const first = makePkce();
    await getCode(jar, first.challenge);
    const second = makePkce();
    const back = await authorize(url, { jar, challenge: second.challenge, prompt: 'none' });
    expect(back.href.startsWith(REDIRECT_URI)).toBe(true);
    const tokens = await redeemCode(url, back.searchParams.get('code') ?? '', second.verifier);
    expect(tokens.status).toBe(200);
  });

  it('ends the browser’s session when the extension signs out, so that the next person is asked who they are', async () => {
    const jar: CookieJar = new Map();
    const { verifier, challenge } = makePkce();
    const code = await getCode(jar, challenge);
    const { id_token } = (await (await redeemCode(url, code, verifier)).json()) as Tokens;
    const back = await endSession(url, { jar, idToken: id_token });
    expect(back.href.startsWith(REDIRECT_URI)).toBe(true);
    const silent = await authorize(url, { jar, challenge, prompt: 'none' });
    expect(silent.searchParams.get('error')).toBe('login_required');
  });

  it('ends the browser’s session when its newest refresh token is revoked, and nobody else’s', async () => {
    const [jar, colleague]: [CookieJar, CookieJar] = [new Map(), new Map()];
    const { verifier, challenge } = makePkce();
    await getCode(colleague, challenge);
    const first = await redeemCode(url, await getCode(jar, challenge), verifier);
    const { refresh_token } = (await first.json()) as Tokens;
    const renewed = await askToken(url, { grant_type: 'refresh_token', refresh_token });
    const { refresh_token: newest } = (await renewed.json()) as Tokens;
    const silent = (of: CookieJar) => authorize(url, { jar: new Map(of), challenge, prompt: 'none' });
    const revoke = async (token: string, client_id = CLIENT_ID) => {
      const body = new URLSearchParams({ client_id, token, token_type_hint: 'refresh_token' });
      return (await fetch(`${url}/api/auth/oauth2/revoke`, { method: 'POST', body })).ok;
    };
    expect(await revoke('made-up')).toBe(false);
    expect(await revoke(newest, 'somebody-else')).toBe(false);
    expect((await silent(jar)).searchParams.get('code')).not.toBeNull();

    expect(await revoke(newest)).toBe(true);
    expect((await silent(jar)).searchParams.get('error')).toBe('login_required');
    expect((await silent(colleague)).searchParams.get('code')).not.toBeNull();
  });

  it('asks somebody signed in for the password again when the extension wants that', async () => {
    const jar: CookieJar = new Map();
    const { challenge } = makePkce();
    await getCode(jar, challenge);
    const loginPage = await authorize(url, { jar, challenge, prompt: 'login' });
    expect(loginPage.pathname).toBe('/sign-in');
    const answer = (await (await signIn(loginPage, { ...rep, jar })).json()) as { url: string };
    expect(answer.url.startsWith(REDIRECT_URI)).toBe(true);
  });

  it('answers a silent sign-in of nobody with login_required', async () => {
    const { challenge } = makePkce();
    const back = await authorize(url, { jar: new Map(), challenge, prompt: 'none' });
    expect(back.searchParams.get('error')).toBe('login_required');
  });

  it('refuses a code with another verifier, and takes a code once only', async () => {
    const { verifier, challenge } = makePkce();
    const stolen = await getCode(new Map(), challenge);
    expect((await redeemCode(url, stolen, makePkce().verifier)).ok).toBe(false);

    const code = await getCode(new Map(), challenge);
    expect((await redeemCode(url, code, verifier)).status).toBe(200);
    expect((await redeemCode(url, code, verifier)).ok).toBe(false);
  });

  it('gives no code without a challenge', async () => {
    const back = await authorize(url, { jar: new Map() });
    expect(back.searchParams.get('error')).toBe('invalid_request');
    expect(back.searchParams.get('code')).toBeNull();
  });

  it.each([
    ['of another extension', 'https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.chromiumapp.org/'],
    ['with a path added', `${REDIRECT_URI}x`],
    ['of any site', 'https://example.com/'],
  ])('never redirects to an address %s', async (_name, redirectUri) => {
    const { challenge } = makePkce();
    const jar: CookieJar = new Map();
    await getCode(jar, challenge);
    const target = await authorize(url, { jar, challenge, redirectUri });
    expect(target.origin).toBe(new URL(url).origin);
    expect(target.searchParams.get('code')).toBeNull();
  });

  it('knows no other client', async () => {
    const { challenge } = makePkce();
    const target = await authorize(url, { jar: new Map(), challenge, clientId: 'somebody-else' });
    expect(target.searchParams.get('error')).toBe('invalid_client');
  });

  it('refuses a signed request that was changed', async () => {
    const jar: CookieJar = new Map();
    const { challenge } = makePkce();
    const loginPage = await authorize(url, { jar, challenge });
    loginPage.searchParams.set('redirect_uri', 'https://example.com/');
    const answer = await signIn(loginPage, { ...rep, jar });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  it('lets nobody sign up, change a role or take a session’s token over HTTP', async () => {
    const post = (path: string, body: object, headers = {}) =>
      fetch(`${url}/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url, ...headers },
        body: JSON.stringify(body),
      });
    const newcomer = { email: 'new@example.org', password: PASSWORD, name: 'New', role: 'administrator' };
    expect((await post('/sign-up/email', newcomer)).ok).toBe(false);

    const jar: CookieJar = new Map();
    await getCode(jar, makePkce().challenge);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    expect((await post('/update-user', { role: 'administrator' }, { cookie })).ok).toBe(false);
    const register = { redirect_uris: ['https://example.com/'], client_name: 'x' };
    expect((await post('/oauth2/register', register, { cookie })).ok).toBe(false);
    expect((await post('/oauth2/create-client', register, { cookie })).ok).toBe(false);
    expect((await fetch(`${url}/api/auth/token`, { headers: { cookie } })).ok).toBe(false);
    const { role } = await store.server.db
      .selectFrom('user')
      .select('role')
      .where('id', '=', store.users.rep)
      .executeTakeFirstOrThrow();
    expect(role).toBe('rep');
  });

  it('takes no sign-in that another site sends', async () => {
    const answer = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'cors',
      },
      body: JSON.stringify(rep),
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('refuses a token that is over, that is made up, and that is sent in another way', async () => {
    const { access_token } = await getTokens(url, { email: emailOf('executive'), password: PASSWORD });
    expect((await session(access_token)).status).toBe(200);
    await store.server.db
      .updateTable('oauthAccessToken')
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where('userId', '=', store.users.executive)
      .execute();
    expect((await session(access_token)).status).toBe(401);
    expect((await session('made-up')).status).toBe(401);
    expect((await fetch(`${url}/v1/session?access_token=${access_token}`)).status).toBe(401);
  });

  it.each(['token', 'client'] as const)('refuses a token once its %s was withdrawn', async (what) => {
    const { db } = store.server;
    const { access_token } = await getTokens(url, rep);
    expect((await session(access_token)).status).toBe(200);
    if (what === 'token') await db.updateTable('oauthAccessToken').set({ revoked: new Date() }).execute();
    else await db.updateTable('oauthClient').set({ disabled: true }).execute();
    expect((await session(access_token)).status).toBe(401);
    await db.updateTable('oauthClient').set({ disabled: false }).execute();
  });

  it('keeps no token and no password in the clear', async () => {
    const { access_token, refresh_token } = await getTokens(url, rep);
    const rows = await store.server.db.selectFrom('oauthAccessToken').select('token').execute();
    expect(rows.map((row) => row.token)).not.toContain(access_token);
    expect(rows.map((row) => row.token)).not.toContain(refresh_token);
    const accounts = await store.server.db.selectFrom('account').select('password').execute();
    expect(accounts.map((a) => a.password)).not.toContain(PASSWORD);
  });

  it('lets the same refresh answer be fetched again, for a client that was killed before it kept it', async () => {
    const { refresh_token } = await getTokens(url, rep);
    const ask = async () => {
      const answer = await askToken(url, { grant_type: 'refresh_token', refresh_token });
      return { status: answer.status, tokens: (await answer.json()) as Tokens };
    };
    const [first, second] = [await ask(), await ask()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.tokens.refresh_token).toBe(first.tokens.refresh_token);
  });
});
