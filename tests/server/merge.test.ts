import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Identifier } from '@/lib/domain/identifier';
import { customerDetailSchema } from '@/lib/protocol/customer-detail';
import type { MutationResult } from '@/lib/protocol/mutation';
import { movedTables } from '@/server/customers/copy-rows';
import { findCustomer } from '@/server/customers/find-customer';
import { mergeCustomers } from '@/server/customers/merge-customers';
import { publishCards } from '@/server/publish/publish-cards';
import { readCard } from '@/server/publish/read-card';
import { addCustomer } from './support/add-customer';
import { contentOf, follow, newReader, sourceOf } from './support/book-reader';
import { describeEachDatabase, describeEachServer } from './support/databases';
import { makeEdit, makeMutation } from './support/make-mutation';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

const email = (value: string): Identifier => ({ kind: 'email', value: `${value}@example.org` });
const external = (value: string): Identifier => ({
  kind: 'externalId',
  system: 'demo',
  recordType: 'customer',
  value,
});

function useStore(start: () => Promise<TestStore>) {
  let store: TestStore;
  beforeAll(async () => {
    store = await start();
  });
  afterAll(() => store.stop());
  const db = () => store.server.db;
  const now = () => store.server.clock.now();
  return {
    db,
    merge: (from: string, into: string) => mergeCustomers(db(), { from, into }, now()),
    publish: () => publishCards({ db: db(), clock: store.server.clock }),
    numberOf: async (id: string) => {
      const card = await readCard(db(), id);
      if (!card) throw new Error('no card');
      return card.number;
    },
    note: async (cardNumber: number, more: Identifier[] = []) => {
      const customer = { cardNumber: more.length > 0 ? null : cardNumber, identifiers: more };
      const mutation = makeMutation({ userId: store.users.rep, customer });
      const [result] = await pushAs(store, 'rep', [mutation]);
      return { mutation, result: result as MutationResult };
    },
    push: async (mutation: object) => (await pushAs(store, 'rep', [mutation]))[0],
    detail: async (number: number) =>
      customerDetailSchema.parse(await (await store.as('rep', `/v1/customers/${number}/detail`)).json()),
    read: async () => {
      const reader = newReader();
      await follow(await sourceOf(db()), reader);
      return { ...contentOf(reader), drift: reader.drift, customers: reader.customers };
    },
  };
}

describeEachDatabase('two customers made one', (kind) => {
  const { db, merge, publish, numberOf, note, push, detail, read } = useStore(() => startTestStore(kind));

  const addBoth = async (tag: string) => {
    const from = await addCustomer(db(), {
      customer: { do_not_contact: true },
      identifiers: [email(`${tag}-old`), email(`${tag}-both`), external(`${tag}-1`)],
      responses: [{ score: 2, verbatim: `${tag} was unhappy` }],
      promises: [{}],
      cases: [{}],
    });
    const into = await addCustomer(db(), {
      identifiers: [email(`${tag}-new`), email(`${tag}-both`), external(`${tag}-2`)],
      responses: [{ score: 9 }],
    });
    await publish();
    return { from, into, fromNumber: await numberOf(from), intoNumber: await numberOf(into) };
  };

  it('have all rows under the one who stays, and nothing under the other', async () => {
    const { from, into, fromNumber, intoNumber } = await addBoth('rows');
    const before = await note(fromNumber);
    expect(await merge(from, into)).toBe(true);
    for (const table of movedTables)
      expect(await db().selectFrom(table).selectAll().where('customer_id', '=', from).execute()).toEqual([]);
    expect(await findCustomer(db(), 'demo:customer:rows-1')).toBe(into);
    expect(await findCustomer(db(), 'rows-2')).toBe(into);
    expect(await findCustomer(db(), String(fromNumber))).toBe(into);
    for (const number of [fromNumber, intoNumber]) {
      const { notes, responses, promises } = await detail(number);
      expect(notes.map((n) => n.noteId)).toEqual([before.mutation.args.noteId]);
      expect([responses.length, promises.length]).toEqual([2, 1]);
    }
    expect(await push(before.mutation)).toMatchObject({ status: 'duplicate' });
  });

  it('are one card, to which the other number and all keys lead', async () => {
    const { from, into, fromNumber, intoNumber } = await addBoth('card');
    const before = await read();
    await merge(from, into);
    await publish();
    const after = await read();
    expect(after.drift).toEqual([]);
    expect(after.customers).toBe(before.customers - 1);
    expect(after.cards.find((c) => c.number === fromNumber)).toMatchObject({
      kind: 'merged',
      into: intoNumber,
    });
    expect(after.keys.filter((k) => k.number === fromNumber)).toEqual([]);
    expect(after.keys.filter((k) => k.number === intoNumber)).toHaveLength(5);
    expect(await readCard(db(), into)).toMatchObject({ doNotContact: true, brokenPromises: 1 });
  });

  it('stay one when it is asked for again', async () => {
    const { from, into } = await addBoth('again');
    expect(await merge(from, into)).toBe(true);
    await publish();
    const once = await read();
    expect(await merge(from, into)).toBe(false);
    expect(await merge(into, into)).toBe(false);
    await publish();
    expect(await read()).toEqual(once);
  });

  it('get notes that were written on the other’s card and come later', async () => {
    const { from, into, fromNumber } = await addBoth('late');
    await merge(from, into);
    const { mutation, result } = await note(fromNumber);
    expect(result).toMatchObject({ status: 'applied' });
    expect((await detail(fromNumber)).notes.map((n) => n.noteId)).toEqual([mutation.args.noteId]);
    await publish();
    expect(await readCard(db(), into)).toMatchObject({ contacts90: 1 });
  });

  it('point past the middle when the one who stayed is merged too', async () => {
    const first = await addBoth('chain');
    await merge(first.from, first.into);
    await publish();
    const last = await addCustomer(db());
    await merge(first.into, last);
    await publish();
    const { cards, drift } = await read();
    const lastNumber = await numberOf(last);
    for (const number of [first.fromNumber, first.intoNumber])
      expect(cards.find((c) => c.number === number)).toMatchObject({ kind: 'merged', into: lastNumber });
    expect(drift).toEqual([]);
  });

  it('can’t be when there is nobody to merge into', async () => {
    const { from } = await addBoth('nobody');
    await expect(merge(from, 'nobody')).rejects.toThrow('no customer to merge into');
    expect(await readCard(db(), from)).not.toBeNull();
  });

  it('leave no table of customers behind', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where column_name = 'customer_id' and table_schema = current_schema()
    `.execute(db());
    const others = ['customers', 'dirty_customers', 'published_cards'];
    const lookups = ['card_numbers', 'identifier_owners', 'note_owners', 'response_owners'];
    lookups.push('approval_owners', 'approval_people', 'offer_givers', 'handover_owners');
    expect(rows.map((r) => r.name).sort()).toEqual([...movedTables, ...others, ...lookups].sort());
  });
});

describeEachServer('a merge while a note is on its way', (kind) => {
  const { db, publish, numberOf, note, push, detail, merge } = useStore(() => startTestStore(kind));

  it('loses no note, whichever is first', async () => {
    const into = await addCustomer(db());
    const others = await Promise.all(Array.from({ length: 8 }, () => addCustomer(db())));
    await publish();
    const numbers = await Promise.all(others.map(numberOf));
    const notes = numbers.flatMap((number) => [note(number), note(number)]);
    const merges = others.map((from) => merge(from, into));
    const results = await Promise.all(notes);
    expect(await Promise.all(merges)).toEqual(others.map(() => true));
    expect(results.map(({ result }) => result.status)).toEqual(results.map(() => 'applied'));
    const stored = (await detail(numbers[0] ?? 0)).notes.map((n) => n.noteId);
    expect(stored.sort()).toEqual(results.map(({ mutation }) => mutation.args.noteId).sort());
  });

  // On a cluster the coordinator doesn't show who waits.
  it.runIf(kind.name === 'PostgreSQL')(
    'takes an edit that was waiting for the note while it went over to the other customer',
    async () => {
      const [into, from] = [await addCustomer(db()), await addCustomer(db())];
      await publish();
      const { mutation } = await note(await numberOf(from));
      const { noteId } = mutation.args;
      const waiting = async () => {
        const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(db());
        return rows[0]?.n;
      };
      const [merged, edited] = await db()
        .transaction()
        .execute(async (trx) => {
          // Whoever holds the note: the merge waits for it at its end, and the edit behind the merge.
          await trx.selectFrom('notes').select('note_id').where('note_id', '=', noteId).forUpdate().execute();
          const merging = merge(from, into);
          await expect.poll(waiting).toBe(1);
          const editing = push(makeEdit(mutation, 1, { summary: 'Corrected.' }));
          await expect.poll(waiting).toBe(2);
          return [merging, editing] as const;
        });
      expect(await merged).toBe(true);
      expect(await edited).toMatchObject({ status: 'applied' });
      expect((await detail(await numberOf(into))).notes).toMatchObject([{ noteId, version: 2 }]);
    },
  );
});
