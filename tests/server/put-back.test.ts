import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';
import { readBookHead } from '@/server/publish/pages';
import { buildSnapshot } from '@/server/snapshot/build-snapshot';
import { addCustomer } from './support/add-customer';
import { type BookOverHttp, bookOverHttp } from './support/book-over-http';
import { contentOf, follow, readSnapshot } from './support/book-reader';
import { describeEachDatabase } from './support/databases';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('a store put back to an older state', (kind) => {
  let store: TestStore;
  let before: BookOverHttp;
  beforeAll(async () => {
    store = await startTestStore(kind);
    for (const who of ['marta', 'ines', 'lost']) await add(who);
    await store.server.rescore();
    before = await bookOverHttp(store, 'rep');
  });
  afterAll(() => store.stop());

  const add = (who: string) =>
    addCustomer(store.server.db, { identifiers: [{ kind: 'email', value: `${who}@example.org` }] });
  const packsPath = () => join(store.dataDir, 'packs');
  const numbers = async () =>
    (await store.server.db.selectFrom('card_numbers').select('number').orderBy('number').execute()).map(
      (row) => row.number,
    );
  /** The third customer came after the backup. */
  const putBack = async (db: Kysely<Database>) => {
    const lost = await db
      .selectFrom('published_cards')
      .select('customer_id')
      .where('number', '=', 3)
      .executeTakeFirstOrThrow();
    await db.deleteFrom('customers').where('customer_id', '=', lost.customer_id).execute();
    await db.deleteFrom('identifier_owners').where('customer_id', '=', lost.customer_id).execute();
    for (const table of ['published_cards', 'published_keys', 'card_numbers'] as const)
      await db.deleteFrom(table).where('number', '=', 3).execute();
    await db.updateTable('publisher_state').set({ last_version: 2, last_number: 2, customers: 2 }).execute();
  };

  it('is the same book after a restart with nothing lost', async () => {
    await store.restart(async () => {});
    expect(await readBookHead(store.server.db)).toMatchObject({
      book: before.book,
      last_version: 3,
      last_number: 3,
    });
  });

  it('is another book, and says that there is none until all of it can be had', async () => {
    await store.restart(async (db) => {
      await putBack(db);
      // No pack can be written where a file is in the way.
      rmSync(packsPath(), { recursive: true, force: true });
      writeFileSync(packsPath(), '');
    });
    const answer = await store.as('rep', '/v1/book');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await store.as('rep', `/v1/pages/0?book=${before.book}`)).status).toBe(410);
    expect((await readBookHead(store.server.db)).book).not.toBe(before.book);
  });

  it('never gives a number or a version again', async () => {
    await add('new');
    await store.server.rescore();
    expect(await numbers()).toEqual([1, 2, 4]);
    expect((await readBookHead(store.server.db)).last_version).toBeGreaterThan(3);
  });

  it('has no book while a page alone would be taken for the whole of it', async () => {
    expect((await store.as('rep', '/v1/book')).status).toBe(503);
  });

  it('gives the whole book once it is packed, and goes on from there', async () => {
    rmSync(packsPath());
    await buildSnapshot({ db: store.server.db, packs: store.server.packs, now: systemClock.now() });
    await add('newest');
    await store.server.rescore();
    const now = await bookOverHttp(store, 'rep');
    const reader = await readSnapshot(now, now.manifest, now.pack);
    await follow(now, reader);
    expect(now.book).not.toBe(before.book);
    expect(contentOf(reader).cards.map((card) => card.number)).toEqual([1, 2, 4, 5]);
    expect(contentOf(reader).keys).toHaveLength(4);
  });

  it('stays that book when it is started again', async () => {
    const { book } = await readBookHead(store.server.db);
    await store.restart(async () => {});
    expect((await readBookHead(store.server.db)).book).toBe(book);
  });
});
