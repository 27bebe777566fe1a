import { afterAll, beforeAll, expect, it } from 'vitest';
import { customerNamesSchema } from '@/lib/protocol/customer-names';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { addCustomer } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { cardNumberOf } from './support/known-customer';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('customers’ names', (kind) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind);
  });
  afterAll(() => store.stop());

  const namesOf = async (numbers: string) => {
    const answer = await store.as('rep', `/v1/customer-names?numbers=${numbers}`);
    return customerNamesSchema.parse(await answer.json()).names;
  };
  const named = async (name: string) => {
    const id = await addCustomer(store.server.db, { customer: { name } });
    await store.server.rescore();
    return cardNumberOf(store.server.db, id);
  };

  it('are told by number; without those who have none, and those who aren’t there', async () => {
    const [vera, nils, nameless] = [await named('Vera Holm'), await named('Nils Holm'), await named('')];
    const names = await namesOf(`${vera},${nils},${nameless},999999`);
    expect(names.sort((a, b) => a.number - b.number)).toEqual([
      { number: vera, name: 'Vera Holm' },
      { number: nils, name: 'Nils Holm' },
    ]);
  });

  it.each([
    ['nobody', ''],
    ['words', 'vera'],
    ['numbers below one', '0'],
    ['more than can be chosen among', Array.from({ length: 21 }, (_, i) => i + 1).join(',')],
    ['numbers greater than any', '99999999999999999999'],
  ])('are refused for %s, with what is wrong', async (_, numbers) => {
    const answer = await store.as('rep', `/v1/customer-names?numbers=${numbers}`);
    expect(answer.status).toBe(400);
    expect(wireErrorSchema.parse(await answer.json()).error.message).toContain('numbers');
  });
});
