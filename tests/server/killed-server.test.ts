import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '@/lib/platform/clock';
import { createUser } from '@/server/auth/create-user';
import { readAllCards } from '@/server/publish/read-card';
import { startServer } from '@/server/start-server';
import { describeEachDatabase, type TestDatabase } from './support/databases';
import { makeMutation } from './support/make-mutation';
import { getTokens } from './support/oauth-flow';
import { PASSWORD, storeOptions } from './support/test-store';

const script = fileURLToPath(new URL('./support/die-after-commit.ts', import.meta.url));
const rep = { email: 'rep@example.org', password: PASSWORD };

describeEachDatabase('a store killed between commit and answer', (kind) => {
  let database: TestDatabase;
  let child: ChildProcess | undefined;
  beforeEach(async () => {
    database = await kind.create();
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await database.drop();
  });

  async function startDoomed(): Promise<string> {
    const { dataDir, databaseUrl } = database;
    const args = ['--import', 'tsx', script, dataDir, ...(databaseUrl === undefined ? [] : [databaseUrl])];
    child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    if (!child.stdout) throw new Error('the child has no output');
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    return url;
  }

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

    const doomed = await startDoomed();
    await expect(push(doomed)).rejects.toThrow();
    if (child?.signalCode === null) await once(child, 'exit');
    expect(child?.signalCode).toBe('SIGKILL');

    const next = await startServer(storeOptions(database));
    try {
      expect(await next.db.selectFrom('notes').select('note_id').execute()).toHaveLength(1);
      const answer = await push(next.url);
      expect(await answer.json()).toEqual({ results: [{ id: mutation.id, status: 'duplicate' }] });
      expect(await next.db.selectFrom('notes').select('note_id').execute()).toHaveLength(1);
      expect(await next.db.selectFrom('customers').select('customer_id').execute()).toHaveLength(1);
      const published = () => readAllCards(next.db);
      await expect.poll(published, { timeout: 10_000 }).toMatchObject([{ contacts90: 1 }]);
    } finally {
      await next.close();
    }
  });
});
