import { afterAll, beforeAll, expect, it } from 'vitest';
import { importLookupSecret, lookupKey } from '@/lib/protocol/lookup-key';
import { readCustomerDetail } from '@/server/read-customer-detail';
import { rescoreAll } from '@/server/rescore-all';
import { describeEachDatabase } from './support/databases';
import { type ImportStore, openImportStore } from './support/import-store';

const NOW = new Date('2018-06-30T12:00:00Z');

describeEachDatabase('which contact of an account gave an answer', (kind) => {
  let store: ImportStore;
  beforeAll(async () => {
    store = await openImportStore(kind, NOW);
    await store.customers(
      store.file('c.csv', 'customer_id,name,email\n1,Firm,ana@firm.example\n2,Ada,ada@example.org\n'),
    );
    await rescoreAll(store);
  });
  afterAll(() => store.close());

  const answers = (...rows: string[]) =>
    store.responses(
      store.file('r.csv', ['response_id,email,score,answered_at,comment', ...rows, ''].join('\n')),
    );
  async function told(address: string) {
    const { customer_id } = await store.db
      .selectFrom('identifier_owners')
      .select('customer_id')
      .where('lookup', '=', `email:${address}`)
      .executeTakeFirstOrThrow();
    const { number } = await store.db
      .selectFrom('card_numbers')
      .select('number')
      .where('customer_id', '=', customer_id)
      .executeTakeFirstOrThrow();
    return (await readCustomerDetail(store.db, Number(number), { reader: null, now: NOW }))?.responses;
  }
  async function keyOf(value: string) {
    const { lookup_key } = await store.db
      .selectFrom('organisation')
      .select('lookup_key')
      .executeTakeFirstOrThrow();
    return (await lookupKey(await importLookupSecret(lookup_key), { kind: 'email', value })).toString(16);
  }

  it('is told where the account has several addresses, as a key and never as the address', async () => {
    const owner = await store.db
      .selectFrom('identifier_owners')
      .select('customer_id')
      .where('lookup', '=', 'email:ana@firm.example')
      .executeTakeFirstOrThrow();
    const ben = { customer_id: owner.customer_id, kind: 'email', system: '', record_type: '' } as const;
    await store.db
      .insertInto('identifiers')
      .values({ ...ben, value: 'ben@firm.example', shown: 'ben@firm.example' })
      .execute();
    await answers('r1,ana@firm.example,3,2018-06-01,Late again');
    const responses = await told('ana@firm.example');
    expect(responses).toMatchObject([
      { verbatim: 'Late again', respondent: await keyOf('ana@firm.example') },
    ]);
    expect(JSON.stringify(responses)).not.toContain('firm.example');
  });

  it('is nobody’s question where there is one address', async () => {
    await answers('r2,ada@example.org,3,2018-06-01,Slow');
    const [answer] = (await told('ada@example.org')) ?? [];
    expect(answer).toMatchObject({ verbatim: 'Slow' });
    expect(answer).not.toHaveProperty('respondent');
  });

  it('is the same answer when the file comes again', async () => {
    const again = await answers('r1,ana@firm.example,3,2018-06-01,Late again');
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  });
});
