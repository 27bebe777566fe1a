import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { describeEachServer, type TestDatabase } from './support/databases';
import { runCli } from './support/run-cli';

const ADA = 'ada@example.org';

describeEachServer('heed user', (kind) => {
  let database: TestDatabase;
  let store: OpenDatabase;
  beforeAll(async () => {
    database = await kind.create();
    store = await openDatabase({ databaseUrl: database.databaseUrl ?? '' });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const heed = (...args: string[]) => runCli(['user', ...args], { database });
  const addAda = () =>
    heed('add', '--email', ADA, '--name', 'Ada', '--role', 'rep', '--team', 'North', '--no-password');

  it('add --no-password makes somebody whom no password signs in, and remove takes them out', async () => {
    expect((await addAda()).code).toBe(0);
    expect(await store.db.selectFrom('account').selectAll().execute()).toEqual([]);
    expect(await heed('remove', 'Ada@Example.org')).toMatchObject({
      code: 0,
      out: expect.stringContaining('signed out everywhere'),
    });
    expect(await store.db.selectFrom('user').selectAll().execute()).toEqual([]);
    expect(await store.db.selectFrom('removed_people').selectAll().execute()).toHaveLength(1);
  });

  it('remove and unlink say whom they don’t know', async () => {
    for (const command of ['remove', 'unlink']) {
      expect(await heed(command, ADA)).toMatchObject({ code: 1, err: expect.stringContaining(ADA) });
    }
  });
});
