import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { identifierLookup } from '@/server/db/identifier-lookup';
import { describeEachServer } from './support/databases';
import { makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

const address = (value: string) => ({ kind: 'email' as const, value });

describeEachServer('what one sign-in sends at once', (kind) => {
  let store: TestStore;
  let release = async () => {};

  beforeAll(async () => {
    store = await startTestStore(kind);
    await store.tokenOf('supervisor');
  });
  afterEach(() => release());
  afterAll(() => store.stop());

  const note = (role: 'rep' | 'supervisor', about: string) =>
    makeMutation({ userId: store.users[role], customer: { identifiers: [address(about)] } });
  const push = (mutations: object[]) => store.as('rep', '/v1/mutations', { mutations });

  /** Keeps every note about this stranger waiting, each with its connection, until `release` is called */
  async function hold(about: string): Promise<void> {
    let letGo = () => {};
    const released = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let done: Promise<void> = Promise.resolve();
    await new Promise<void>((taken) => {
      done = store.server.db.transaction().execute(async (trx) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${identifierLookup(address(about))}, 0))`.execute(
          trx,
        );
        taken();
        await released;
      });
    });
    release = () => {
      letGo();
      return done;
    };
  }

  async function connectionsHeld(): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'
    `.execute(store.server.db);
    return rows[0]?.n ?? 0;
  }

  it('holds four of the database’s connections at most, and others are answered meanwhile', async () => {
    await hold('first@example.org');
    const batches = Array.from({ length: 8 }, () =>
      Array.from({ length: 4 }, () => note('rep', 'first@example.org')),
    );
    const answers = Promise.all(batches.map((batch) => pushAs(store, 'rep', batch)));
    await expect.poll(connectionsHeld, { timeout: 20_000 }).toBe(4);
    const other = note('supervisor', 'other@example.org');
    expect(await pushAs(store, 'supervisor', [other])).toEqual([{ id: other.id, status: 'applied' }]);
    expect(await connectionsHeld()).toBe(4);
    await release();
    expect((await answers).flat().map((r) => r.status)).toEqual(Array(32).fill('applied'));
  });

  it('waits with fifty requests beside the four under way, and is told to come back with more', async () => {
    await hold('second@example.org');
    const refused: Response[] = [];
    const answers = Promise.all(
      Array.from({ length: 60 }, async () => {
        const answer = await push([note('rep', 'second@example.org')]);
        if (answer.status === 429) refused.push(answer);
        return answer.status;
      }),
    );
    await expect.poll(() => refused.length, { timeout: 20_000 }).toBe(6);
    const [first] = refused;
    expect(first?.headers.get('retry-after')).toBe('5');
    expect(wireErrorSchema.parse(await first?.json()).error.code).toBe('too-many-requests');
    const other = note('supervisor', 'another@example.org');
    expect(await pushAs(store, 'supervisor', [other])).toEqual([{ id: other.id, status: 'applied' }]);
    await release();
    expect((await answers).filter((status) => status === 200)).toHaveLength(54);
  });
});
