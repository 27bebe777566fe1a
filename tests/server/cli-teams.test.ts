import { afterAll, beforeAll, expect, it } from 'vitest';
import { createUser } from '@/server/auth/create-user';
import { type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { describeEachServer, type TestDatabase } from './support/databases';
import { runCli } from './support/run-cli';

describeEachServer('heed team', (kind) => {
  let database: TestDatabase;
  let store: OpenDatabase;
  beforeAll(async () => {
    database = await kind.create();
    store = await openDatabase({ databaseUrl: database.databaseUrl ?? '' });
    const password = 'a-long-password-1';
    for (const [name, role] of [
      ['Ana', 'rep'],
      ['Sue', 'supervisor'],
    ] as const)
      await createUser(
        store.db,
        { email: `${name.toLowerCase()}@example.org`, name, password, role, team: '' },
        new Date(),
      );
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });
  const team = (...args: string[]) => runCli(['team', ...args], { database });

  it('says what it means that there are none', async () => {
    expect((await team('list')).out).toContain('every supervisor sees everybody’s notes');
  });

  it('makes, names and fills them, lists them, and removes them', async () => {
    expect((await team('add', 'Blue')).out).toContain('“Blue”');
    expect((await team('put', 'Blue', 'ana@example.org')).out).toBe('Ana belongs to “Blue” now.\n');
    expect((await team('put', 'Blue', 'SUE@example.org', '--supervise')).out).toBe(
      'Sue supervises “Blue” now.\n',
    );
    expect((await team('rename', 'Blue', 'Navy')).out).toContain('“Navy”');
    expect((await team('list')).out).toMatch(/Navy +Ana +Sue/);
    expect((await team('take', 'Navy', 'ana@example.org')).out).toContain('doesn’t belong to');
    expect((await team('list')).out).toMatch(/Navy +– +Sue/);
    expect((await team('remove', 'Navy')).code).toBe(0);
    expect((await team('list')).out).toContain('There are no teams');
  });

  it('says what is wrong and what to do', async () => {
    await team('add', 'Blue');
    const wrong = [
      [['add', 'Blue'], 'There is a team “Blue” already'],
      [['add', ' '], 'can’t be a team’s name'],
      [['rename', 'Red', 'Rose'], 'There is no team “Red”. There are: “Blue”'],
      [['put', 'Blue', 'x@example.org'], 'there is no such user'],
      [['put', 'Blue', 'ana@example.org', '--supervise'], 'only a supervisor'],
    ] as const;
    for (const [args, said] of wrong)
      expect(await team(...args)).toMatchObject({ code: 1, err: expect.stringContaining(said) });
  });
});
