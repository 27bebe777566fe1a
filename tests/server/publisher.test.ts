import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { clockStartingAt } from '@/lib/platform/clock';
import { splitKeys } from '@/lib/protocol/joined-keys';
import { importLookupSecret, lookupKey } from '@/lib/protocol/lookup-key';
import { markDirty } from '@/server/cards/mark-dirty';
import { type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { readBookHead } from '@/server/publish/pages';
import { publishCards } from '@/server/publish/publish-cards';
import { readCard } from '@/server/publish/read-card';
import { rescoreAll } from '@/server/rescore-all';
import { seedOrganisation } from '@/server/seed/seed-organisation';
import { addCustomer, type CustomerSpec } from './support/add-customer';
import { cardsOf, follow, newReader, sourceOf } from './support/book-reader';
import {
  type DatabaseKind,
  describeEachDatabase,
  describeEachServer,
  type TestDatabase,
} from './support/databases';

const NOW = new Date('2026-11-22T12:00:00Z');

function useDatabase(kind: DatabaseKind) {
  let database: TestDatabase;
  let opened: OpenDatabase;
  beforeAll(async () => {
    database = await kind.create();
    const { dataDir, databaseUrl } = database;
    opened = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
    const settings = { name: 'Test', defaultRegion: 'GB', currency: 'EUR', generated: false };
    await seedOrganisation(opened.db, settings);
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });
  beforeEach(async () => {
    await opened.db.deleteFrom('customers').execute();
    await opened.db.updateTable('organisation').set({ risk_thresholds: null }).execute();
  });
  const clock = clockStartingAt(NOW);
  return {
    db: () => opened.db,
    publish: (at = clock) => publishCards({ db: opened.db, clock: at }),
    rescore: () => rescoreAll({ db: opened.db, clock }),
    add: (spec?: CustomerSpec) => addCustomer(opened.db, spec),
    /** what is published after a version */
    read: async (after: number) => {
      const reader = newReader(after);
      await follow(await sourceOf(opened.db), reader);
      return { ...cardsOf(reader.changes), cursor: reader.cursor };
    },
    cursor: async () => (await readBookHead(opened.db)).last_version,
  };
}

describeEachDatabase('the publisher', (kind) => {
  const { db, publish, rescore, add, read, cursor } = useDatabase(kind);

  const cardOf = async (customerId: string) => {
    const card = await readCard(db(), customerId);
    if (!card) throw new Error('no card');
    return card;
  };

  it('makes a card of a customer’s rows, found by the keys of all identifiers', async () => {
    const identifiers = [
      { kind: 'email' as const, value: 'marta@example.org' },
      { kind: 'phone' as const, value: '+4420555010' },
      { kind: 'externalId' as const, system: 'demo', recordType: 'customer', value: 'C-00202' },
    ];
    const id = await add({
      customer: { tier: 'Gold', since: '2020-08-01', contract: 'monthly', support_needed: true },
      identifiers,
      responses: [
        { score: 4, answered_at: new Date('2026-11-10T08:00:00Z') },
        { score: 8, answered_at: new Date('2026-05-10T08:00:00Z') },
        { score: 9, answered_at: new Date('2026-06-10T08:00:00Z'), kind: 'relational' },
        { score: 10, answered_at: new Date('2026-07-10T08:00:00Z'), mode: 'rep-collected' },
      ],
      promises: [{ due_on: '2026-11-21' }, { due_on: '2026-11-22' }, { due_on: '2026-01-01', state: 'kept' }],
      cases: [{ due_at: new Date('2026-11-25T12:00:00Z') }],
    });
    await publish();
    const card = await cardOf(id);
    expect(card).toMatchObject({
      score: { value: 4, at: '2026-11-10T08:00:00.000Z', kind: 'transactional', mode: 'web' },
      earlier: [{ value: 8, at: '2026-05-10T08:00:00.000Z' }],
      tier: 'Gold',
      since: '2020-08-01',
      contract: 'monthly',
      contacts90: 0,
      brokenPromises: 1,
      openCase: { dueAt: '2026-11-25T12:00:00.000Z' },
      supportNeeded: true,
      complaintOpen: false,
    });
    // 25 for the score, 20 for the contract, 15 for the promise, 10 for the case
    expect(card.risk).toMatchObject({ points: 70, level: 'high' });
    const { lookup_key } = await db()
      .selectFrom('organisation')
      .select('lookup_key')
      .executeTakeFirstOrThrow();
    const secret = await importLookupSecret(lookup_key);
    const { keys } = await db()
      .selectFrom('published_cards')
      .select('keys')
      .where('customer_id', '=', id)
      .executeTakeFirstOrThrow();
    const expected = await Promise.all(identifiers.map((i) => lookupKey(secret, i)));
    expect(splitKeys(keys)).toEqual(expected.sort((a, b) => (a < b ? -1 : 1)));
  });

  it('knows nothing of the risk of somebody who never answered and never called', async () => {
    const id = await add({ customer: { contract: 'monthly', since: '2026-11-01' } });
    await publish();
    expect(await cardOf(id)).toMatchObject({ score: null, risk: { level: 'unknown' } });
  });

  it('gives numbers that are never given again', async () => {
    const first = await add();
    await publish();
    const { number } = await cardOf(first);
    await db().deleteFrom('customers').execute();
    await markDirty(db(), [first], NOW);
    await publish();
    const second = await add();
    await publish();
    expect((await cardOf(second)).number).toBeGreaterThan(number);
  });

  it('tells a reader of a customer who is no more', async () => {
    const id = await add();
    await publish();
    const { number } = await cardOf(id);
    const before = await cursor();
    await db().deleteFrom('customers').execute();
    await markDirty(db(), [id], NOW);
    await publish();
    expect(await read(before)).toMatchObject({ cards: [], removed: [number] });
  });

  it('sends nothing when nothing that a rep sees has changed', async () => {
    const id = await add({ responses: [{}] });
    await publish();
    const before = await cursor();
    await markDirty(db(), [id], NOW);
    await publish(clockStartingAt(new Date(NOW.getTime() + 3_600_000)));
    expect((await read(before)).cards).toEqual([]);

    await db().updateTable('customers').set({ tier: 'Gold' }).where('customer_id', '=', id).execute();
    await markDirty(db(), [id], NOW);
    await publish();
    expect((await read(before)).cards).toHaveLength(1);
  });

  it('hands out pages whose cursors lead through every card once', async () => {
    const start = await cursor();
    const ids = await Promise.all(Array.from({ length: 23 }, () => add()));
    await publish();
    const { cards, cursor: end } = await read(start);
    expect(new Set(cards.map((card) => card.number)).size).toBe(ids.length);
    expect(cards).toHaveLength(ids.length);
    expect(await read(end)).toEqual({ cards: [], removed: [], cursor: end });
  });

  it('has at most the organisation’s share of those it knows at risk', async () => {
    const angry = {
      customer: { contract: 'monthly' as const, since: '2026-10-01' },
      responses: [{ score: 0 }],
    };
    for (let i = 0; i < 5; i += 1) await add(angry);
    for (let i = 0; i < 5; i += 1) await add({ ...angry, cases: [{}] });
    for (let i = 0; i < 30; i += 1) await add({ responses: [{ score: 9 }] });
    for (let i = 0; i < 60; i += 1) await add();
    await rescore();
    const there = await db().selectFrom('customers').select('customer_id').execute();
    const cards = await Promise.all(there.map((c) => cardOf(c.customer_id)));
    const levels = cards.map((card) => card.risk.level);
    expect(levels.filter((level) => level === 'unknown')).toHaveLength(60);
    // 15 % of the 40 known are 6: the five at the top, and not the five below them with the same points each
    expect(levels.filter((level) => level === 'high' || level === 'critical')).toHaveLength(5);
  });
});

describeEachServer('several connections', (kind) => {
  const { db, publish, add, read, cursor } = useDatabase(kind);

  const rename = async (id: string) => {
    const trx = await db().startTransaction().execute();
    await trx.updateTable('customers').set({ tier: 'Gold' }).where('customer_id', '=', id).execute();
    await markDirty(trx, [id], NOW);
    return trx;
  };

  it('show a reader by cursor both of two changes that were committed in the other order', async () => {
    const [early, late] = [await add(), await add()];
    await publish();
    const start = await cursor();

    const begunFirst = await rename(early);
    const begunSecond = await rename(late);
    await begunSecond.commit().execute();
    await publish();
    const first = await read(start);
    await begunFirst.commit().execute();
    await publish();
    const second = await read(first.cursor);

    expect(first.cards).toHaveLength(1);
    expect(second.cards).toHaveLength(1);
    expect(second.cards[0]?.number).not.toBe(first.cards[0]?.number);
  });

  it('lose no change for a reader by cursor, however many change and publish at a time', async () => {
    const start = await cursor();
    const added: string[] = [];
    let adding = true;
    const addSome = async () => {
      for (let i = 0; i < 25; i += 1) added.push(await add());
    };
    const publishOn = async () => {
      while (adding) await publish();
    };
    const seen = new Map<number, number>();
    const readOn = async () => {
      for (let after = start; ; ) {
        const last = !adding;
        const { cards, cursor: next } = await read(after);
        for (const card of cards) seen.set(card.number, card.version);
        after = next;
        if (last) return;
      }
    };
    const others = [publishOn(), publishOn(), publishOn(), readOn()];
    await Promise.all([addSome(), addSome(), addSome()]);
    await publish();
    adding = false;
    await Promise.all(others);

    expect(seen.size).toBe(added.length);
    expect(new Set(seen.values()).size).toBe(added.length);
  });

  it('keep the mark of a change that comes while the card is being made', async () => {
    const id = await add();
    await publish();
    const start = await cursor();
    await markDirty(db(), [id], NOW);
    const change = await rename(id);
    const publishing = publish();
    const waitsForChange = () =>
      sql<{ n: number }>`select count(*) as n from pg_stat_activity where wait_event = 'transactionid'`
        .execute(db())
        .then(({ rows }) => rows[0]?.n);
    await expect.poll(waitsForChange, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0);
    await change.commit().execute();
    await publishing;
    await publish();
    expect((await read(start)).cards.at(-1)?.tier).toBe('Gold');
  });
});
