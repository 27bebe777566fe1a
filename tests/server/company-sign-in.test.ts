import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sessionSchema } from '@/lib/protocol/session';
import { askForCompany, beginAtCompany, comeByCompany, walk } from './support/company-flow';
import { type CompanyProvider, startCompanyProvider } from './support/company-provider';
import { describeEachDatabase } from './support/databases';
import { askToken, authorize, type CookieJar, keepCookies, makePkce } from './support/oauth-flow';
import { emailOf, startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('a company’s own sign-in', (kind) => {
  let provider: CompanyProvider;
  let store: TestStore;
  let url: string;

  beforeAll(async () => {
    provider = await startCompanyProvider();
    store = await startTestStore(kind, { company: provider.company });
    url = store.server.url;
    provider.serve(url);
  });
  afterAll(async () => {
    await store?.stop();
    provider?.close();
  });
  beforeEach(async () => {
    provider.people.set('42', { email: emailOf('rep'), email_verified: true, role: 'administrator' });
    await store.server.db.deleteFrom('account').where('providerId', '=', 'company').execute();
  });

  async function userOf(accessToken = '') {
    const headers = { authorization: `Bearer ${accessToken}` };
    return sessionSchema.parse(await (await fetch(`${url}/v1/session`, { headers })).json()).user;
  }
  const comeAs42 = async () => userOf((await comeByCompany(url, '42')).tokens?.access_token);

  it('lets in whom the store knows by that address, as what the store says they are', async () => {
    expect(await comeAs42()).toMatchObject({ id: store.users.rep, role: 'rep', team: 'North' });
  });

  it('asks with a challenge, a state and a nonce of its own each time', async () => {
    const asked = await Promise.all([beginAtCompany(url), beginAtCompany(url)]);
    const [one, two] = asked.map(({ providerUrl }) => new URL(providerUrl).searchParams);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)?.length).toBeGreaterThanOrEqual(32);
      expect(one?.get(name)).not.toBe(two?.get(name));
    }
    expect(one?.get('code_challenge_method')).toBe('S256');
    expect(one?.get('response_type')).toBe('code');
  });

  it('knows an address whichever way its letters are written', async () => {
    provider.people.set('42', { email: 'REP@Example.ORG', email_verified: 'true' });
    expect((await comeAs42()).id).toBe(store.users.rep);
  });

  it('knows somebody again whose address has changed', async () => {
    await comeAs42();
    provider.people.set('42', { email: 'married@example.org', email_verified: true });
    expect((await comeAs42()).id).toBe(store.users.rep);
  });

  it('keeps none of the provider’s tokens', async () => {
    await comeAs42();
    await comeAs42();
    const ofCompany = store.server.db.selectFrom('account').where('providerId', '=', 'company');
    const rows: object[] = await ofCompany.selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ userId: store.users.rep, accountId: `${provider.company.issuer} 42` });
    expect(rows[0]).toMatchObject({ accessToken: null, refreshToken: null, idToken: null });
  });

  it('ends Heed’s own session at a sign-out, and then has the provider ask who it is', async () => {
    const { jar, tokens } = await comeByCompany(url, '42');
    const revoke = new URLSearchParams({
      ...{
        token: tokens?.refresh_token ?? '',
        token_type_hint: 'refresh_token',
        client_id: 'heed-extension',
      },
    });
    await fetch(`${url}/api/auth/oauth2/revoke`, { method: 'POST', body: revoke });
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens?.refresh_token ?? '' };
    expect((await askToken(url, refresh)).ok).toBe(false);
    const silent = await authorize(url, { jar, challenge: makePkce().challenge, prompt: 'none' });
    expect(silent.searchParams.get('error')).toBe('login_required');

    // The provider's own session is still there: unless it is told to ask, it lets the same person in without a question.
    await comeByCompany(url, 'nobody types this', { jar: new Map(jar) });
    expect(provider.asked.at(-1)?.get('prompt')).toBeNull();
    await comeByCompany(url, '42', { jar: new Map(jar), prompt: 'login' });
    expect(provider.asked.at(-1)?.get('prompt')).toBe('login');
  });

  it('shows the sign-in page again, where nobody came from Heed', async () => {
    const jar: CookieJar = new Map();
    const answer = await askForCompany(url, jar, { provider: 'company' });
    keepCookies(jar, answer.headers.getSetCookie());
    const { url: providerUrl } = (await answer.json()) as { url: string };
    expect((await walk(providerUrl, { jar, login: '42' })).href).toBe(`${url}/sign-in?done=1`);
  });

  it('is the first thing on the sign-in page, by its name and not by its markup', async () => {
    const page = await (await fetch(`${url}/sign-in`)).text();
    expect(page).toContain('<main data-company="Acme &amp; Söhne" data-passwords-for="everyone">');
    expect(page.indexOf('id="company"')).toBeLessThan(page.indexOf('id="sign-in"'));
  });
});
