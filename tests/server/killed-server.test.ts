import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '@/lib/platform/clock';
import { createUser } from '@/server/auth/create-user';
import { startServer } from '@/server/start-server';
import { readAllCards } from '@/tests/support/read-all-cards';
import { describeEachDatabase, type TestDatabase } from './support/databases';
import { type DoomedStore, startDoomedStore } from './support/doomed-store';
import { makeMutation } from './support/make-mutation';
import { getTokens } from './support/oauth-flow';
import { PASSWORD, storeOptions } from './support/test-store';

const rep = { email: 'rep@example.org', password: PASSWORD };

describeEachDatabase('a store killed between commit and answer', (kind) => {
  let database: TestDatabase;
  let doomed: DoomedStore | undefined;
  beforeEach(async () => {
    database = await kind.create();
  });
  afterEach(async () => {
    doomed?.kill();
    await database.drop();
  });

  it('applied the note once, whatever the client sends again', async () => {
    const first = await startServer(storeOptions(database));
    const user = { ...rep, name: 'Rep', role: 'rep', team: '' } as const;
    const userId = await createUser(first.db, user, systemClock.now());
    await first.close();

    const mutation = makeMutation({
      userId,
      customer: { identifiers: [{ kind: 'email', value: 'marta@example.org' }] },
    });
    const push = async (url: string) => {
      const { access_token } = await getTokens(url, rep);
      return fetch(`${url}/v1/mutations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ mutations: [mutation] }),
      });
    };

    doomed = await startDoomedStore(database);
    await expect(push(doomed.url)).rejects.toThrow();
    expect(await doomed.died()).toBe('SIGKILL');

    const next = await startServer(storeOptions(database));
    try {
      expect(await next.db.selectFrom('notes').select('note_id').execute()).toHaveLength(1);
      const answer = await push(next.url);
      expect(await answer.json()).toEqual({ results: [{ id: mutation.id, status: 'duplicate' }] });
      expect(await next.db.selectFrom('notes').select('note_id').execute()).toHaveLength(1);
      expect(await next.db.selectFrom('customers').select('customer_id').execute()).toHaveLength(1);
      const published = () => readAllCards(next.db);
      await expect.poll(published, { timeout: 20_000 }).toMatchObject([{ contacts90: 1 }]);
    } finally {
      await next.close();
    }
  });
});
