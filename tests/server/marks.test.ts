import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '@/server/db/schema';
import { clearMarks, readMarks } from '@/server/publish/marks';
import { describeEachDatabase } from './support/databases';
import { openStore, type StoreOnDatabase } from './support/open-store';

const NEWER = 'rep';

describeEachDatabase('marks of customers to be published', (kind) => {
  let store: StoreOnDatabase;
  let db: Kysely<Database>;
  beforeAll(async () => {
    store = await openStore(kind);
    db = store.db;
  });
  beforeEach(() => store.clear());
  afterAll(() => store.discard());

  /** A whole import, all of one moment, and a second later a rep's note. */
  const importAndNote = async (imported: number) => {
    await sql`
      insert into dirty_customers (customer_id, mark, marked_at)
      select 'imported-' || lpad(n::text, 6, '0'), 'm' || n, timestamptz '2026-11-22T12:00:00Z'
      from generate_series(1, ${imported}::int) n
    `.execute(db);
    const marked_at = new Date('2026-11-22T12:00:01Z');
    await db.insertInto('dirty_customers').values({ customer_id: NEWER, mark: 'note', marked_at }).execute();
  };
  const idsOf = (marks: { customer_id: string }[]) => marks.map((mark) => mark.customer_id);

  it('have what a rep writes in the first batch, not behind a whole import', async () => {
    await importAndNote(3000);
    const ids = idsOf(await readMarks(db));
    expect(ids).toContain(NEWER);
    expect(ids).toContain('imported-000001');
    expect(ids.length).toBeLessThanOrEqual(2000);
  });

  it('name each customer once where the oldest and the newest meet', async () => {
    await importAndNote(1700);
    const ids = idsOf(await readMarks(db));
    expect(ids).toHaveLength(1701);
    expect(new Set(ids).size).toBe(1701);
  });

  it('are worked off to the last, the oldest never left behind', async () => {
    await importAndNote(3000);
    let batches = 0;
    for (let marks = await readMarks(db); marks.length > 0; marks = await readMarks(db)) {
      await clearMarks(db, marks);
      batches += 1;
    }
    expect(batches).toBe(2);
  });
});
