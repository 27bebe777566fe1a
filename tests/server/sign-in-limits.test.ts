import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createUser } from '@/server/auth/create-user';
import { forgetExpired } from '@/server/auth/forget-expired';
import { countSignInAttempt } from '@/server/auth/sign-in-limit';
import { describeEachDatabase } from './support/databases';
import { askToken, authorize, breakOffSignIn, getTokens, signIn, signInFrom } from './support/oauth-flow';
import { emailOf, PASSWORD, startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('sign-in under attack', (kind) => {
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

  it('stops guessing after ten attempts at one account, and at that account only', async () => {
    const guess = (email: string) =>
      signIn(new URL('/sign-in', url), { email, password: 'not the password', jar: new Map() });
    const target = emailOf('supervisor');
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await guess(target)).status).toBe(401);
    const stopped = await guess(` ${target.toUpperCase()}`);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await guess(emailOf('administrator'))).status).toBe(401);
    const right = await signIn(new URL('/sign-in', url), { ...rep, jar: new Map() });
    expect(right.status).toBe(200);
  });

  it('locks no one out from their own address over guesses made at another', async () => {
    const from = (localAddress: string, password: string) =>
      signInFrom(url, { localAddress, email: emailOf('executive'), password });
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await from('127.0.0.2', 'not the password')).status).toBe(401);
    }
    const stopped = await from('127.0.0.2', PASSWORD);
    expect([stopped.status, Number(stopped.retryAfter) > 0]).toEqual([429, true]);
    expect((await from('127.0.0.1', PASSWORD)).status).toBe(200);
    expect((await from('127.0.0.2', PASSWORD)).status).toBe(429);
  });

  it('slows an account down that is guessed at from everywhere, by two seconds at most, and refuses nobody', async () => {
    const { db } = store.server;
    const at = new Date();
    const guess = (n: number) =>
      countSignInAttempt(db, { email: 'many@example.org', address: `192.0.2.${n}` }, at);
    const verdicts = [];
    for (let n = 0; n < 80; n += 1) verdicts.push(await guess(n));
    expect(verdicts.slice(0, 50)).toEqual(Array(50).fill({ retryAfter: null, delayMs: 0 }));
    expect(verdicts[50]).toEqual({ retryAfter: null, delayMs: 100 });
    expect(verdicts.slice(70)).toEqual(Array(10).fill({ retryAfter: null, delayMs: 2000 }));
  });

  it('answers more passwords at once than it can hash with 429 and when to come back', async () => {
    const guess = (n: number) =>
      signInFrom(url, { localAddress: '127.0.0.1', email: `crowd${n}@example.org`, password: 'not it' });
    const answers = await Promise.all(Array.from({ length: 90 }, (_, n) => guess(n)));
    const refused = answers.filter((a) => a.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every((a) => a.retryAfter === '5')).toBe(true);
    expect(answers.filter((a) => a.status === 401)).toHaveLength(90 - refused.length);
  });

  it('logs a code only, of a wrong password, a made-up request and a body broken off, and prints nothing', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    logged.length = 0;
    await signIn(new URL('/sign-in', url), { email: 'MARK@example.org', password: 'MARK', jar: new Map() });
    await authorize(url, { jar: new Map(), clientId: 'MARK', redirectUri: 'https://mark.example/MARK' });
    await breakOffSignIn(url, '{"email":"MARK');
    await expect
      .poll(() => logged.map((line) => line.text), { timeout: 20_000 })
      .toContain('a request failed');
    expect(logged.map((line) => line.text)).toContain('sign-in says that something is wrong');
    expect(JSON.stringify(logged)).not.toMatch(/mark/i);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it('forgets what ran out more than a day ago, and nothing else', async () => {
    const { db } = store.server;
    const old = await getTokens(url, { email: emailOf('administrator'), password: PASSWORD });
    const fresh = await getTokens(url, rep);
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    const ofAdministrator = store.users.administrator;
    for (const table of ['oauthAccessToken', 'oauthRefreshToken', 'session'] as const) {
      await db.updateTable(table).set({ expiresAt: longAgo }).where('userId', '=', ofAdministrator).execute();
    }
    await forgetExpired(db, new Date());
    const users = await db.selectFrom('oauthAccessToken').select('userId').distinct().execute();
    expect(users.map((row) => row.userId)).not.toContain(ofAdministrator);
    expect(users.map((row) => row.userId)).toContain(store.users.rep);
    const renew = (refresh_token: string) => askToken(url, { grant_type: 'refresh_token', refresh_token });
    expect((await renew(old.refresh_token)).status).toBe(400);
    expect((await renew(fresh.refresh_token)).status).toBe(200);
  });

  it('says that an address is taken, or a password too short, when a user is added', async () => {
    const user = {
      email: ' REP@example.org',
      name: 'Other',
      password: PASSWORD,
      role: 'rep',
      team: '',
    } as const;
    await expect(createUser(store.server.db, user, new Date())).rejects.toThrow('already');
    const short = { ...user, email: 'short@example.org', password: 'short' };
    await expect(createUser(store.server.db, short, new Date())).rejects.toThrow('10 characters');
  });
});
