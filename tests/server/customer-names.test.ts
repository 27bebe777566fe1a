import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Identifier } from '@/lib/domain/identifier';
import { HOUR, SECOND, systemClock } from '@/lib/platform/clock';
import { customerNamesSchema } from '@/lib/protocol/customer-names';
import { wireErrorSchema } from '@/lib/protocol/wire-error';
import { MOST_NAMES_AN_HOUR } from '@/server/customers/names-pace';
import { addCustomer } from './support/add-customer';
import { describeEachDatabase } from './support/databases';
import { cardNumberOf } from './support/known-customer';
import { startTestStore, type TestStore } from './support/test-store';

describeEachDatabase('customers’ names', (kind) => {
  const warned: { fields: object; text: string }[] = [];
  const warn = (fields: object, text: string) => void warned.push({ fields, text });
  let store: TestStore;
  beforeAll(async () => {
    store = await startTestStore(kind, { log: { info() {}, warn, error() {} } });
  });
  afterEach(() => store.server.db.deleteFrom('pace').execute());
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
  const ask = (numbers: string, role: 'rep' | 'supervisor' = 'rep') =>
    store.as(role, `/v1/customer-names?numbers=${numbers}`);
  /** As if the rep had asked for so many. */
  const asked = (made: number, ago = 0) =>
    store.server.db
      .insertInto('pace')
      .values({
        user_id: store.users.rep,
        what: 'name',
        since: new Date(systemClock.now().getTime() - ago),
        made,
      })
      .execute();
  const warnings = () => warned.splice(0);

  it('are told by number; without those who have none, and those who aren’t there', async () => {
    const [vera, nils, nameless] = [await named('Vera Holm'), await named('Nils Holm'), await named('')];
    const names = await namesOf(`${vera},${nils},${nameless},999999`);
    expect(names.sort((a, b) => a.number - b.number)).toEqual([
      { number: vera, name: 'Vera Holm' },
      { number: nils, name: 'Nils Holm' },
    ]);
  });

  describe('with how their account numbers end', () => {
    const say = (kind: object | null) => store.as('administrator', '/v1/account-numbers', { kind });
    const account = { kind: 'externalId', system: 'billing', recordType: 'account' } as const;
    const namedWithIds = async (name: string, ...identifiers: Identifier[]) => {
      const id = await addCustomer(store.server.db, { customer: { name }, identifiers });
      await store.server.rescore();
      return cardNumberOf(store.server.db, id);
    };
    const withIds = (...identifiers: Identifier[]) => namedWithIds('', ...identifiers);
    const endsOf = async (numbers: number[]) => {
      const answer = await ask(numbers.join(','));
      return customerNamesSchema.parse(await answer.json()).accounts;
    };

    it('where the organisation says which those are, and never more than the end', async () => {
      const one = await withIds(
        { ...account, value: '4000124711' },
        { ...account, system: 'crm', value: '4000990815' },
      );
      const several = await withIds({ ...account, value: '4000124712' }, { ...account, value: '4000124713' });
      const none = await withIds({ kind: 'phone', value: '+442079460911' });
      expect(await endsOf([one, several, none])).toEqual([]);
      await say({ system: 'billing', recordType: 'account' });
      expect(await endsOf([one, several, none])).toEqual([{ number: one, end: '4711' }]);
      expect(await (await ask(`${one}`)).text()).not.toContain('24711');
      await say(null);
      expect(await endsOf([one, several, none])).toEqual([]);
    });

    it('of those alone who are called like another who is asked for, however that is spelled', async () => {
      const withAccount = (name: string, value: string) => namedWithIds(name, { ...account, value });
      const senior = await withAccount('Vera Holm', '4000126001');
      const junior = await withAccount(' vera  HOLM', '4000126002');
      const other = await withAccount('Nils Holm', '4000126003');
      const nameless = await withAccount('', '4000126004');
      await say({ system: 'billing', recordType: 'account' });
      const told = async (...numbers: number[]) => (await endsOf(numbers)).map(({ end }) => end).sort();
      expect(await told(senior, junior, other, nameless)).toEqual(['6001', '6002']);
      expect(await told(senior, other, nameless)).toEqual([]);
      for (const number of [senior, other, nameless]) {
        expect(await told(number)).toEqual([]);
        expect(await told(number, number)).toEqual([]);
      }
      await say(null);
    });
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

  it('are told so many an hour to one person; who asks for more is told when to come again, and the log how many it were', async () => {
    const number = await named('Vera Holm');
    await asked(MOST_NAMES_AN_HOUR - 1, HOUR / 2);
    warnings();
    expect(await namesOf(`${number}`)).toHaveLength(1);
    expect(warnings()).toEqual([]);
    const refused = await ask(`${number}`);
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('retry-after')) * SECOND;
    expect(wait).toBeGreaterThan(HOUR / 3);
    expect(wait).toBeLessThanOrEqual(HOUR / 2);
    const { error } = wireErrorSchema.parse(await refused.json());
    expect(error).toMatchObject({ code: 'too-many-requests', message: expect.stringContaining('ask again') });
    expect(warnings()).toEqual([
      {
        fields: { user: store.users.rep, asked: MOST_NAMES_AN_HOUR + 1 },
        text: 'more names were asked for than calls need',
      },
    ]);
    expect((await ask(`${number}`, 'supervisor')).status).toBe(200);
  });

  it('count each by itself where several are asked for at once, whether anybody has that number or not', async () => {
    await asked(MOST_NAMES_AN_HOUR - 20);
    const twenty = Array.from({ length: 20 }, (_, i) => 900_000 + i).join(',');
    expect((await ask(twenty)).status).toBe(200);
    expect((await ask('900000')).status).toBe(429);
  });

  it('are told again an hour after the first was asked for, and as many as before', async () => {
    await asked(MOST_NAMES_AN_HOUR, HOUR);
    expect((await ask('900000,900001')).status).toBe(200);
    const { made } = await store.server.db.selectFrom('pace').select('made').executeTakeFirstOrThrow();
    expect(made).toBe(2);
  });
});
