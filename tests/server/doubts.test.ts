import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Doubt } from '@/lib/domain/doubt';
import { uuidv7 } from '@/lib/platform/ids';
import { doubtListSchema } from '@/lib/protocol/doubt-list';
import type { ReportDoubt } from '@/lib/protocol/mutation';
import type { Role } from '@/lib/protocol/roles';
import { mergeCustomers } from '@/server/customers/merge-customers';
import { addCustomer } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { addKnownCustomer } from './support/known-customer';
import { pushAs } from './support/push-mutations';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('a doubt about what Heed says of a customer', (kind) => {
  let store: TestStore;
  let customerId: string;
  let cardNumber: number;

  beforeAll(async () => {
    store = await startTestStore(kind);
    ({ customerId, cardNumber } = await addKnownCustomer(store));
  });
  afterAll(() => store.stop());

  const db = () => store.server.db;
  function doubt(args: Partial<Doubt> = {}, part: Partial<ReportDoubt> = {}): ReportDoubt {
    const now = new Date();
    return {
      ...{ id: uuidv7(now), clientId: uuidv7(now), userId: store.users.rep, at: now.toISOString() },
      name: 'reportDoubt',
      args: {
        cardNumber,
        cardVersion: 3,
        kind: 'not-their-score',
        text: 'She says her son answered.',
        ...args,
      },
      ...part,
    };
  }
  const push = (...mutations: object[]) => pushAs(store, 'rep', mutations);
  const listFor = async (role: Role) => (await store.as(role, '/v1/doubts')).json();
  const told = async (id: string) =>
    doubtListSchema.parse(await listFor('supervisor')).doubts.find((d) => d.id === id);

  it('is there for a supervisor, with whom to ask back and which card was seen', async () => {
    const said = doubt();
    expect(await push(said)).toEqual([{ id: said.id, status: 'applied' }]);
    expect(await told(said.id)).toEqual({
      ...said.args,
      ...{ id: said.id, leadsTo: cardNumber, author: 'The rep', at: said.at },
      receivedAt: expect.any(String),
    });
  });

  it('sent again, or twice in one request, is there once', async () => {
    const said = doubt();
    expect((await push(said, said)).map((r) => r.status).sort()).toEqual(['applied', 'duplicate']);
    expect(await push(said)).toMatchObject([{ status: 'duplicate' }]);
    const rows = await db().selectFrom('doubts').selectAll().where('doubt_id', '=', said.id).execute();
    expect(rows).toHaveLength(1);
  });

  it.each<Role>(['rep', 'executive'])('isn’t a %s’s to read', async (role) => {
    await push(doubt());
    expect((await store.as(role, '/v1/doubts')).status).toBe(403);
    expect(JSON.stringify(await listFor(role))).not.toContain('She says');
  });

  it('changes nothing that anybody is judged by: no card is worked out anew', async () => {
    const dirty = () => db().selectFrom('dirty_customers').selectAll().execute();
    await expect.poll(dirty).toEqual([]);
    const before = await db().selectFrom('published_cards').select(['number', 'version']).execute();
    await push(doubt());
    expect(await dirty()).toEqual([]);
    expect(await db().selectFrom('published_cards').select(['number', 'version']).execute()).toEqual(before);
  });

  it('is refused under another’s sign-in, of a customer nobody knows, and in another shape; the others go in', async () => {
    const results = await push(
      doubt({}, { userId: store.users.supervisor }),
      doubt({ cardNumber: 999_999 }),
      { ...doubt(), args: { cardNumber, kind: 'rude', text: '' } },
      doubt({ kind: 'other', text: '' }),
    );
    expect(results).toMatchObject([
      { status: 'rejected', code: 'not-allowed' },
      { status: 'rejected', code: 'customer-not-found' },
      { status: 'rejected', code: 'bad-input' },
      { status: 'applied' },
    ]);
  });

  it('keeps no card number, no character that can’t be stored, and no day to come', async () => {
    const text = 'Paid with 4111 1111 1111 1111\u0000.';
    const said = doubt({ text }, { at: '2099-01-01T00:00:00.000Z' });
    await push(said);
    const shown = await told(said.id);
    expect(shown?.text).toBe('Paid with •••• 1111.');
    expect(Date.parse(shown?.at ?? '')).toBeLessThanOrEqual(Date.now());
  });

  it('goes along when its customer turns out to be another, and is still there once', async () => {
    const into = await addCustomer(db(), { identifiers: [{ kind: 'email', value: 'into@example.org' }] });
    await store.server.rescore();
    const said = doubt();
    await push(said);
    await mergeCustomers(db(), { from: customerId, into }, store.server.clock.now());
    expect(await push(said)).toMatchObject([{ status: 'duplicate' }]);
    expect(await told(said.id)).toMatchObject({ cardNumber, author: 'The rep' });
    const late = doubt();
    expect(await push(late)).toMatchObject([{ status: 'applied' }]);
    await store.server.rescore();
    expect(await told(late.id)).toMatchObject({ cardNumber, leadsTo: await shownNumber(into) });
  });

  async function shownNumber(id: string) {
    const row = await db()
      .selectFrom('published_cards')
      .select('number')
      .where('customer_id', '=', id)
      .where('kind', '=', 'card')
      .executeTakeFirst();
    return row?.number;
  }
});
