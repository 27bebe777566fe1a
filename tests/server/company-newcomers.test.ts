import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { removeUser } from '@/server/auth/company/removed-people';
import { createUser } from '@/server/auth/create-user';
import { comeByCompany } from './support/company-flow';
import { type CompanyProvider, startCompanyProvider } from './support/company-provider';
import { describeEachDatabase, pglite } from './support/databases';
import { getTokens, signIn } from './support/oauth-flow';
import { emailOf, PASSWORD, startTestStore, type TestStore } from './support/test-store';

const NEW = 'New.Person@example.org';

describeEachDatabase('a company’s sign-in that makes reps', (kind) => {
  let provider: CompanyProvider;
  let store: TestStore;

  beforeAll(async () => {
    provider = await startCompanyProvider({ claimsInToken: true });
    store = await startTestStore(kind, { company: { ...provider.company, newRepsTeam: 'Newcomers' } });
    provider.serve(store.server.url);
  });
  afterAll(async () => {
    await store?.stop();
    provider?.close();
  });
  beforeEach(async () => {
    const boast = { role: 'administrator', team: 'North' };
    provider.people.set('8', { email: NEW, email_verified: true, name: 'New Person', ...boast });
    await store.server.db.deleteFrom('user').where('email', '=', NEW.toLowerCase()).execute();
    await store.server.db.deleteFrom('removed_people').execute();
  });

  const found = () =>
    store.server.db
      .selectFrom('user')
      .leftJoin('teams', 'teams.team_id', 'user.team')
      .select(['user.id', 'user.name', 'role', 'teams.name as team'])
      .where('email', '=', NEW.toLowerCase())
      .executeTakeFirst();
  const members = () =>
    store.server.db
      .selectFrom('team_members')
      .innerJoin('teams', 'teams.team_id', 'team_members.team_id')
      .innerJoin('user', 'user.id', 'user_id')
      .select(['teams.name', 'email'])
      .where('teams.name', '=', 'Newcomers')
      .execute();

  it('gives role and team by itself, whatever the provider and the page say', async () => {
    expect((await comeByCompany(store.server.url, '8')).tokens).not.toBeNull();
    expect(await found()).toMatchObject({ name: 'New Person', role: 'rep', team: 'Newcomers' });
    expect(await members()).toEqual([{ name: 'Newcomers', email: NEW.toLowerCase() }]);
  });

  it.each([
    ['without a name', ' '],
    ['whose name is a command to a terminal', 'Ana\u001b]0;x\u0007'],
    ['whose name turns what stands around it', 'Ana \u202egnp.exe'],
  ])('calls somebody %s as their address begins', async (_, name) => {
    provider.people.set('8', { email: NEW, email_verified: true, name });
    await comeByCompany(store.server.url, '8');
    expect((await found())?.name).toBe('New.Person');
  });

  it('makes one person of somebody who comes twice', async () => {
    await comeByCompany(store.server.url, '8');
    const first = await found();
    await comeByCompany(store.server.url, '8');
    expect((await found())?.id).toBe(first?.id);
  });

  it.each([
    ['unconfirmed', { email: NEW, email_verified: false }, 'email_not_verified'],
    ['of another domain', { email: 'x@example.net', email_verified: true }, 'other_domain'],
  ])('makes nobody of an address that is %s', async (_, claims, why) => {
    provider.people.set('8', claims);
    const people = async () => (await store.server.db.selectFrom('user').select('id').execute()).length;
    const before = await people();
    expect(await comeByCompany(store.server.url, '8')).toMatchObject({ error: why, tokens: null });
    expect(await people()).toBe(before);
  });

  it('brings nobody back whom an administrator removed, until one adds them again', async () => {
    await comeByCompany(store.server.url, '8');
    await removeUser(store.server.db, NEW, new Date());
    expect(await comeByCompany(store.server.url, '8')).toMatchObject({ error: 'removed', tokens: null });
    expect(await found()).toBeUndefined();
    const elsewhere = { email: 'married@example.org', email_verified: true, name: 'New Person' };
    provider.people.set('8', elsewhere);
    expect(await comeByCompany(store.server.url, '8')).toMatchObject({ error: 'removed', tokens: null });
    provider.people.set('8', { ...elsewhere, email: NEW });
    const again = { email: NEW, name: 'New', password: null, role: 'supervisor', team: 'North' } as const;
    await createUser(store.server.db, again, new Date());
    expect((await comeByCompany(store.server.url, '8')).tokens).not.toBeNull();
    expect(await found()).toMatchObject({ role: 'supervisor', team: 'North' });
  });
});

describe('passwords for administrators alone', () => {
  let provider: CompanyProvider;
  let store: TestStore;
  beforeAll(async () => {
    provider = await startCompanyProvider();
    const { company } = provider;
    store = await startTestStore(pglite, { company, passwordsFor: 'administrators' });
    provider.serve(store.server.url);
  });
  afterAll(async () => {
    await store?.stop();
    provider?.close();
  });

  const tryPassword = async (email: string, password: string) => {
    const jar = new Map<string, string>();
    const answer = await signIn(new URL(`${store.server.url}/sign-in`), { email, password, jar });
    return [answer.status, jar.size];
  };

  it('let an administrator in, also while the provider can’t be reached', async () => {
    const administrator = { email: emailOf('administrator'), password: PASSWORD };
    expect((await getTokens(store.server.url, administrator)).access_token).toBeTruthy();
    provider.close();
    expect((await getTokens(store.server.url, administrator)).access_token).toBeTruthy();
  });

  it.each(['rep', 'supervisor', 'executive'] as const)('let no %s in', async (role) => {
    expect(await tryPassword(emailOf(role), PASSWORD)).toEqual([403, 0]);
  });

  it('tell nobody who has no right password whose address it is', async () => {
    const guesses = [emailOf('rep'), emailOf('administrator'), 'nobody@example.org'];
    expect(await Promise.all(guesses.map((email) => tryPassword(email, 'a wrong password')))).toEqual(
      guesses.map(() => [401, 0]),
    );
  });
});
