import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY } from '@/lib/platform/clock';
import type { PlaybookCount } from '@/lib/protocol/playbook-log';
import { forgetBatches } from '@/server/playbook-log/add-playbook-log';
import { defaultPlaybook } from '@/server/seed/seed-playbook';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describeEachDatabase('how often the playbook was shown', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  const count = (part: Partial<PlaybookCount> = {}): PlaybookCount => ({
    ...{
      day: '2026-11-27',
      playbookVersion: defaultPlaybook('EUR').version,
      kind: 'prompt',
      id: 'let-them-finish',
    },
    ...{ shown: 3, eligible: 5 },
    ...part,
  });
  const send = async (batch: number, counts: unknown[]) =>
    (await store.as('rep', '/v1/playbook-log', { batchId: id(batch), counts })).status;
  const rows = () => store.server.db.selectFrom('playbook_log').selectAll().orderBy('item_id').execute();
  const clear = () => store.server.db.deleteFrom('playbook_log').execute();

  it('is added up over batches, and a batch sent twice, at once or later, counts once', async () => {
    expect(await Promise.all([send(1, [count()]), send(1, [count()])])).toEqual([200, 200]);
    expect(await send(2, [count({ shown: 1, eligible: 1 }), count({ shown: 1, eligible: 1 })])).toBe(200);
    expect(await send(1, [count()])).toBe(200);
    expect(await rows()).toMatchObject([{ item_id: 'let-them-finish', shown: 5, eligible: 7 }]);
    await clear();
  });

  it('comes to the same sum from many computers at once', async () => {
    const ids = ['say-it-back', 'let-them-finish', 'two-real-ways'];
    const batches = Array.from({ length: 12 }, (_, n) =>
      send(
        100 + n,
        (n % 2 ? ids : [...ids].reverse()).map((one) => count({ id: one, shown: 1, eligible: 1 })),
      ),
    );
    expect(new Set(await Promise.all(batches))).toEqual(new Set([200]));
    expect((await rows()).map((row) => row.shown)).toEqual([12, 12, 12]);
    await clear();
  });

  it('is of what a version of the playbook says, and of nothing else', async () => {
    const counts = [
      count({ id: 'nobody-wrote-this' }),
      count({ playbookVersion: 9 }),
      count({ kind: 'offer' }),
      count({ kind: 'offer', id: 'refund-charge', shown: 1 }),
    ];
    expect(await send(3, counts)).toBe(200);
    expect(await rows()).toMatchObject([{ kind: 'offer', item_id: 'refund-charge', shown: 1 }]);
    await clear();
  });

  it.each([
    ['a day that is none', [count({ day: 'yesterday' })]],
    ['a negative number', [count({ shown: -1 })]],
    ['half a number', [count({ eligible: 0.5 })]],
    ['too many rows', Array.from({ length: 2001 }, () => count())],
  ])('is not %s', async (_what, counts) => {
    expect(await send(4, counts)).toBe(400);
    expect(await rows()).toEqual([]);
  });

  it('has no column that could say who', async () => {
    const { rows: columns } = await sql<{ column_name: string }>`
      select column_name from information_schema.columns
      where table_name in ('playbook_log', 'playbook_log_batches')`.execute(store.server.db);
    expect(columns.map((c) => c.column_name).sort()).toEqual([
      ...['batch_id', 'day', 'eligible', 'item_id', 'kind', 'playbook_version', 'received_on', 'shown'],
    ]);
  });

  it('forgets after a month which batches it had, and keeps the sums', async () => {
    const batches = () => store.server.db.selectFrom('playbook_log_batches').selectAll().execute();
    await send(5, [count()]);
    await forgetBatches(store.server.db, new Date());
    expect(await batches()).not.toEqual([]);
    await forgetBatches(store.server.db, new Date(Date.now() + 31 * DAY));
    expect(await batches()).toEqual([]);
    expect(await rows()).toHaveLength(1);
  });
});
