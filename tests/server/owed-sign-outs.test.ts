import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOAuth } from '@/lib/sync/account/oauth';
import { createTransport } from '@/lib/sync/network/transport';
import { describeEachDatabase } from './support/databases';
import { authorize, type CookieJar, follow, makePkce, REDIRECT_URI, signIn } from './support/oauth-flow';
import { emailOf, PASSWORD, startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('a sign-out that the store hears of later', (kind) => {
  let store: TestStore;
  let url: string;
  const { challenge } = makePkce();

  beforeAll(async () => {
    store = await startTestStore(kind);
    url = store.server.url;
  });
  afterAll(() => store.stop());

  /** The browser of somebody who signed in at the store. */
  async function browserOf(who: 'rep' | 'supervisor'): Promise<CookieJar> {
    const jar: CookieJar = new Map();
    const loginPage = await authorize(url, { jar, challenge });
    await signIn(loginPage, { email: emailOf(who), password: PASSWORD, jar });
    return jar;
  }

  /** The extension in that browser, without a token. */
  function extensionIn(jar: CookieJar) {
    const serverUrl = async () => url;
    return createOAuth({
      transport: createTransport({ fetch, serverUrl, now: () => new Date() }),
      serverUrl,
      redirectUrl: REDIRECT_URI,
      now: Date.now,
      launch: async (address) => {
        const back = await follow(address, jar);
        if (!back?.startsWith(REDIRECT_URI)) throw new Error('User interaction required.');
        return back;
      },
    });
  }

  const silent = async (jar: CookieJar) =>
    (await authorize(url, { jar, challenge, prompt: 'none' })).searchParams;
  const rowsOf = async (table: 'session' | 'oauthRefreshToken', who: 'rep' | 'supervisor') =>
    store.server.db.selectFrom(table).selectAll().where('userId', '=', store.users[who]).execute();

  it('ends the session by the cookie alone, keeps no token, and leaves a cookie that opens nothing', async () => {
    const [jar, colleague] = [await browserOf('rep'), await browserOf('supervisor')];
    const onDisk = new Map(jar);
    expect((await silent(new Map(onDisk))).get('code')).not.toBeNull();
    expect(await rowsOf('session', 'rep')).toHaveLength(1);

    expect(await extensionIn(jar).endBrowserSession(url)).toBe(true);
    expect(await rowsOf('session', 'rep')).toEqual([]);
    for (const one of [jar, onDisk]) expect((await silent(one)).get('error')).toBe('login_required');
    const alive = (await rowsOf('oauthRefreshToken', 'rep')).filter((row) => row.revoked === null);
    expect(alive).toEqual([]);

    expect((await silent(colleague)).get('code')).not.toBeNull();
    expect(await rowsOf('session', 'supervisor')).toHaveLength(1);
  });

  it('asks for the password in a browser that another is still signed in with, and signs in who typed theirs', async () => {
    for (const jar of [await browserOf('rep'), new Map()]) {
      const loginPage = await authorize(url, { jar, challenge, prompt: 'login' });
      expect(loginPage.pathname).toBe('/sign-in');
      const answer = await signIn(loginPage, { email: emailOf('supervisor'), password: PASSWORD, jar });
      const { url: back } = (await answer.json()) as { url: string };
      expect(new URL(back).searchParams.get('code')).not.toBeNull();
    }
  });

  it('is nothing to do in a browser that the store doesn’t know', async () => {
    expect(await extensionIn(new Map()).endBrowserSession(url)).toBe(true);
  });

  it('stays to be done where the store can’t be reached', async () => {
    const jar = await browserOf('rep');
    const unreachable = createOAuth({
      transport: createTransport({ fetch, serverUrl: async () => url, now: () => new Date() }),
      ...{ serverUrl: async () => url, redirectUrl: REDIRECT_URI, now: Date.now },
      launch: () => Promise.reject(new Error('Authorization page could not be loaded.')),
    });
    expect(await unreachable.endBrowserSession(url)).toBe(false);
    expect((await silent(jar)).get('code')).not.toBeNull();
  });
});
