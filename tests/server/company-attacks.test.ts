import { generateKeyPairSync } from 'node:crypto';
import { type JWTPayload, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeUser } from '@/server/auth/company/removed-people';
import { unlinkCompany } from '@/server/auth/company/unlink-company';
import { createUser } from '@/server/auth/create-user';
import {
  type Arrival,
  arrive,
  askForCompany,
  beginAtCompany,
  comeByCompany,
  walk,
} from './support/company-flow';
import {
  CLIENT_SECRET,
  type Claims,
  type CompanyProvider,
  startCompanyProvider,
} from './support/company-provider';
import { pglite } from './support/databases';
import type { CookieJar } from './support/oauth-flow';
import { startTestStore, type TestStore } from './support/test-store';

const ANA = 'ana.secret-surname@example.org';
const bearer = (tokens: { access_token: string } | null) => ({
  authorization: `Bearer ${tokens?.access_token}`,
});

let provider: CompanyProvider;
let store: TestStore;
let url: string;
const logged: string[] = [];
const write = (fields: object, text: string) => void logged.push(`${JSON.stringify(fields)} ${text}`);

beforeAll(async () => {
  provider = await startCompanyProvider();
  store = await startTestStore(pglite, {
    company: provider.company,
    log: { info: write, warn: write, error: write },
  });
  url = store.server.url;
  provider.serve(url);
});
afterAll(async () => {
  await store?.stop();
  provider?.close();
});

const addAna = () =>
  createUser(
    store.server.db,
    { email: ANA, name: 'Ana', password: null, role: 'supervisor', team: 'North' },
    new Date(),
  );

beforeEach(async () => {
  logged.length = 0;
  provider.people.set('42', { email: ANA, email_verified: true });
  await addAna();
});
afterEach(async () => {
  provider.forge = null;
  await store.server.db.deleteFrom('user').where('email', '=', ANA).execute();
  await store.server.db.deleteFrom('removed_people').execute();
});

const isSignedIn = (jar: CookieJar) =>
  [...jar].some(([name, value]) => name.endsWith('session_token') && value);

/** Nobody is signed in, and the sign-in page says why. */
function expectRefused({ end, error, tokens, jar }: Arrival, why: string): void {
  expect([error, tokens]).toEqual([why, null]);
  expect(end.origin + end.pathname).toBe(`${url}/sign-in`);
  expect(isSignedIn(jar)).toBe(false);
}

const soon = () => Math.floor(Date.now() / 1000);
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

type Forgery = (claims: JWTPayload) => Promise<string | undefined>;
const forgeries: [string, Forgery][] = [
  ['of another issuer', (claims) => provider.sign({ ...claims, iss: 'https://accounts.example.net' })],
  ['for another audience', (claims) => provider.sign({ ...claims, aud: 'another-application' })],
  ['that has expired', (claims) => provider.sign({ ...claims, iat: soon() - 7200, exp: soon() - 3600 })],
  ['that nobody signed', async (claims) => new UnsecuredJWT(claims).encode()],
  ['that a stranger signed', (claims) => provider.sign(claims, { key: stranger as never })],
  [
    'that is signed with the client’s secret',
    (claims) => provider.sign(claims, { alg: 'HS256', key: new TextEncoder().encode(CLIENT_SECRET) }),
  ],
  ['that answers another request', (claims) => provider.sign({ ...claims, nonce: 'another nonce' })],
  ['without a nonce', ({ nonce: _, ...claims }) => provider.sign(claims)],
  ['of somebody else than the profile', (claims) => provider.sign({ ...claims, sub: '43' })],
  ['that isn’t there', async () => undefined],
];

describe('an ID token', () => {
  it.each(forgeries)('%s signs nobody in', async (_, forge) => {
    provider.forge = forge;
    expectRefused(await comeByCompany(url, '42'), 'unable_to_get_user_info');
    provider.forge = (claims) => provider.sign(claims);
    expect((await comeByCompany(url, '42')).tokens).not.toBeNull();
  });
});

describe('a provider that is not the one that was set up', () => {
  it.each<[string, () => Record<string, unknown>]>([
    ['is another’s', () => ({ issuer: provider.company.issuer })],
    ['names no keys, by which a token could be checked', () => ({ jwks_uri: undefined })],
  ])('signs nobody in by a description that %s', async (_, wrong) => {
    const other = await startCompanyProvider();
    const fooled = await startTestStore(pglite, { company: other.company });
    try {
      other.serve(fooled.server.url);
      other.describes = wrong();
      await expect(beginAtCompany(fooled.server.url)).rejects.toThrow(/404/);
      other.describes = {};
      expect((await beginAtCompany(fooled.server.url)).providerUrl).toContain(other.company.issuer);
    } finally {
      await fooled.stop();
      other.close();
    }
  });

  it('signs nobody in by an answer that names another', async () => {
    const begun = await beginAtCompany(url);
    const back = await walk(begun.providerUrl, {
      jar: begun.jar,
      login: '42',
      stopAt: `${url}/api/auth/callback`,
    });
    back.searchParams.set('iss', 'https://accounts.example.net');
    expectRefused(
      await arrive(url, begun, await walk(back.href, { jar: begun.jar, login: '' })),
      'issuer_mismatch',
    );
  });
});

describe('an answer of the provider', () => {
  /** @returns where the provider sends the browser, unopened */
  async function answerFor(begun: Awaited<ReturnType<typeof beginAtCompany>>): Promise<string> {
    const stopAt = `${url}/api/auth/callback`;
    return (await walk(begun.providerUrl, { jar: begun.jar, login: '42', stopAt })).href;
  }

  it('counts once', async () => {
    const begun = await beginAtCompany(url);
    const answer = await answerFor(begun);
    const stolen: CookieJar = new Map(begun.jar);
    expect(
      (await arrive(url, begun, await walk(answer, { jar: begun.jar, login: '' }))).tokens,
    ).not.toBeNull();
    const end = await walk(answer, { jar: stolen, login: '' });
    expectRefused(await arrive(url, { ...begun, jar: stolen }, end), 'state_mismatch');
  });

  it('counts in the browser that asked, so that nobody is signed in as somebody else by a link', async () => {
    const answer = await answerFor(await beginAtCompany(url));
    const nobody = { ...(await beginAtCompany(url)), jar: new Map<string, string>() };
    expectRefused(
      await arrive(url, nobody, await walk(answer, { jar: nobody.jar, login: '' })),
      'state_mismatch',
    );
    const victim = await beginAtCompany(url);
    expectRefused(
      await arrive(url, victim, await walk(answer, { jar: victim.jar, login: '' })),
      'state_mismatch',
    );
  });

  it('is none without the state that was sent', async () => {
    const begun = await beginAtCompany(url);
    const made = `${url}/api/auth/callback/company?code=made-up&state=made-up`;
    expectRefused(
      await arrive(url, begun, await walk(made, { jar: begun.jar, login: '' })),
      'state_mismatch',
    );
  });
});

describe('somebody whom the provider knows', () => {
  it.each<[string, Claims, string]>([
    ['whose address it has not confirmed', { email: ANA, email_verified: false }, 'account_not_linked'],
    ['of whose address it says nothing', { email: ANA }, 'account_not_linked'],
    [
      'whose address it calls confirmed by a word',
      { email: ANA, email_verified: 'false' },
      'account_not_linked',
    ],
    ['of another domain', { email: 'ana@example.net', email_verified: true }, 'signup_disabled'],
    ['whom the store doesn’t know', { email: 'new@example.org', email_verified: true }, 'signup_disabled'],
    ['without an address', { email_verified: true }, 'email_not_found'],
    // Its first letter is the Kelvin sign, which is a "k" in lower case.
    [
      'with a letter that only looks so',
      { email: '\u212Aim@example.org', email_verified: true },
      'email_not_found',
    ],
    [
      'of a domain that only looks so',
      { email: 'rep@ex\u0430mple.org', email_verified: true },
      'email_not_found',
    ],
    ['with two addresses in one', { email: `${ANA}@example.net`, email_verified: true }, 'email_not_found'],
  ])('%s does not come in', async (_, claims, why) => {
    await createUser(
      store.server.db,
      { email: 'kim@example.org', name: 'Kim', password: null, role: 'administrator', team: 'North' },
      new Date(),
    );
    provider.people.set('7', claims);
    expectRefused(await comeByCompany(url, '7'), why);
    await removeUser(store.server.db, 'kim@example.org', new Date());
    const linked = await store.server.db
      .selectFrom('account')
      .where('accountId', 'like', '% 7')
      .selectAll()
      .execute();
    expect(linked).toEqual([]);
  });

  it.each<[string, Claims, string]>([
    ['is not confirmed any more', { email: ANA, email_verified: false }, 'email_not_verified'],
    ['has moved to another domain', { email: 'ana@example.net', email_verified: true }, 'other_domain'],
    ['has moved below the domain', { email: 'ana@sub.example.org', email_verified: true }, 'other_domain'],
  ])('does not come in again once their address %s', async (_, claims, why) => {
    expect((await comeByCompany(url, '42')).tokens).not.toBeNull();
    provider.people.set('42', claims);
    expectRefused(await comeByCompany(url, '42'), why);
  });

  it('does not come in, and has no token that counts, once they were removed from the store', async () => {
    const { tokens } = await comeByCompany(url, '42');
    await removeUser(store.server.db, ANA, new Date());
    expect((await fetch(`${url}/v1/session`, { headers: bearer(tokens) })).status).toBe(401);
    expectRefused(await comeByCompany(url, '42'), 'signup_disabled');
  });

  it('does not come into what the first owner of their address had', async () => {
    const { tokens } = await comeByCompany(url, '42');
    expect((await fetch(`${url}/v1/session`, { headers: bearer(tokens) })).status).toBe(200);
    provider.people.set('99', { email: ANA, email_verified: true });
    expectRefused(await comeByCompany(url, '99'), 'other_identity');
    await unlinkCompany(store.server.db, ANA);
    expect((await fetch(`${url}/v1/session`, { headers: bearer(tokens) })).status).toBe(401);
    expect((await comeByCompany(url, '99')).tokens).not.toBeNull();
  });

  it('is named in no line of the log, and neither is a secret', async () => {
    await comeByCompany(url, '42');
    provider.people.set('42', { email: ANA, email_verified: false });
    await comeByCompany(url, '42');
    provider.forge = async (claims) => new UnsecuredJWT(claims).encode();
    await comeByCompany(url, '42');
    expect(logged.join('\n')).toContain('email_not_verified');
    expect(logged.join('\n')).toContain('/api/auth/callback/company');
    expect(logged.join('\n')).not.toMatch(/secret|surname|state=|code=|eyJ/);
  });
});

describe('what the sign-in page sends', () => {
  it.each<[string, object]>([
    ['where to go afterwards', { callbackURL: 'https://evil.example/' }],
    ['where to go on the store itself', { callbackURL: '/docs' }],
    ['where to go with an error', { errorCallbackURL: '//evil.example' }],
    ['where newcomers go', { newUserCallbackURL: '/\\evil.example' }],
    ['an ID token', { idToken: { token: 'eyJhbGciOiJub25lIn0.e30.' } }],
    ['what to ask the provider for', { scopes: ['admin'] }],
    ['that it wants a new account', { requestSignUp: true }],
    ['more for the provider', { additionalParams: { login_hint: 'x' } }],
    ['a role', { additionalData: { role: 'administrator' } }],
  ])('may not say %s', async (_, more) => {
    const answer = await askForCompany(url, new Map(), { provider: 'company', ...more });
    expect([400, 403]).toContain(answer.status);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('location')).toBeNull();
  });

  it('may name no other provider, and no request that the store did not sign', async () => {
    expect((await askForCompany(url, new Map(), { provider: 'google' })).status).toBe(400);
    const unsigned = { provider: 'company', oauth_query: 'redirect_uri=https%3A%2F%2Fevil.example&sig=none' };
    expect((await askForCompany(url, new Map(), unsigned)).status).toBe(400);
  });
});
