import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readNpsReport } from '@/server/read-nps-report';
import { rescoreAll } from '@/server/rescore-all';
import { readAllCards } from '@/tests/support/read-all-cards';
import { describeEachDatabase } from './support/databases';
import { type ImportStore, openImportStore, survey } from './support/import-store';

const HEADER = 'customer_id,name,email,phone,contract,tier';
const csv = (...rows: string[]) => [HEADER, ...rows, ''].join('\n');
const ANSWERS = 'response_id,customer_id,score,answered_at,comment';
const answers = (...rows: string[]) => [ANSWERS, ...rows, ''].join('\n');

describeEachDatabase('a file imported again', (kind) => {
  let store: ImportStore;
  beforeAll(async () => {
    store = await openImportStore(kind, new Date('2018-06-30T12:00:00Z'));
  });
  afterEach(() => store.clear());
  afterAll(() => store.close());

  const customers = (content: string, options = {}) => store.customers(store.file('c.csv', content), options);
  const responses = (content: string, options = {}) => store.responses(store.file('r.csv', content), options);

  /** Everything a customer is known by, as the lookup finds it, and what it leads to. */
  const known = async () => {
    const owners = await store.db
      .selectFrom('identifier_owners')
      .innerJoin('customers', 'customers.customer_id', 'identifier_owners.customer_id')
      .select(['lookup', 'name'])
      .orderBy('lookup')
      .execute();
    const rows = await store.db.selectFrom('identifiers').select('value').execute();
    expect(rows).toHaveLength(owners.length);
    return Object.fromEntries(owners.map(({ lookup, name }) => [lookup, name]));
  };

  describe('with customers who changed', () => {
    const before = csv('1,Ada,ada@example.org,212 555 0100,One year,gold', '2,Ben,ben@example.org,,,');

    it('changes them, and nobody else', async () => {
      await customers(before);
      await rescoreAll(store);
      const after = csv('1,Ada King,king@example.org,212 555 0100,,gold', '2,Ben,ben@example.org,,,');
      expect(await customers(after)).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
      expect(await known()).toEqual({
        'email:ben@example.org': 'Ben',
        'email:king@example.org': 'Ada King',
        'externalId:demo:customer:1': 'Ada King',
        'externalId:demo:customer:2': 'Ben',
        'phone:+12125550100': 'Ada King',
      });
      const [ada] = await store.db
        .selectFrom('customers')
        .selectAll()
        .where('name', '=', 'Ada King')
        .execute();
      expect(ada).toMatchObject({ contract: null, tier: 'gold' });
      const dirty = await store.db.selectFrom('dirty_customers').select('customer_id').execute();
      expect(dirty).toEqual([{ customer_id: ada?.customer_id }]);
    });

    it('keeps what the file doesn’t speak of, and what it can’t spell', async () => {
      await customers(before);
      expect(await customers('customer_id,name\n1,Ada\n')).toMatchObject({ unchanged: 1 });
      const misspelt = csv('1,Ada,ada(at)example.org,212 555 0100,One yaer,gold');
      expect(await customers(misspelt)).toMatchObject({ unchanged: 1, refusedFields: 2 });
      expect(await known()).toHaveProperty('email:ada@example.org', 'Ada');
    });

    it('finds a customer whom a note made known by the same id', async () => {
      await customers('customer_id\n7\n');
      expect(await customers(csv('7,Ada,,,,'))).toMatchObject({ added: 0, changed: 1 });
      expect(await known()).toEqual({ 'externalId:demo:customer:7': 'Ada' });
    });
  });

  describe('with the ids of a second CRM', () => {
    const map = {
      ids: [
        { column: 'rt', system: 'rt', recordType: 'user' },
        { column: 'customer_id', system: 'demo', recordType: 'customer' },
      ],
    };
    const withMap = () => ({ mapPath: store.file('map.json', JSON.stringify(map)) });

    it('knows one customer by both', async () => {
      await customers(csv('1,Ada,,,,', '2,Ben,,,,'));
      const both = 'rt,customer_id,name\n90,1,Ada\n91,,Cem\n';
      expect(await customers(both, withMap())).toMatchObject({ added: 1, changed: 1 });
      expect(await customers(both, withMap())).toMatchObject({ unchanged: 2 });
      expect(await known()).toEqual({
        'externalId:demo:customer:1': 'Ada',
        'externalId:demo:customer:2': 'Ben',
        'externalId:rt:user:90': 'Ada',
        'externalId:rt:user:91': 'Cem',
      });
    });

    it('knows a customer by an older id of the same CRM still', async () => {
      const ids = ['no', 'old'].map((column) => ({ column, system: 'demo', recordType: 'customer' }));
      const merged = { mapPath: store.file('map.json', JSON.stringify({ ids })) };
      await customers('no,old,name\n1,77,Ada\n', merged);
      expect(await customers(csv('1,Ada,,,,'))).toMatchObject({ unchanged: 1 });
      expect(await customers('no,old,name\n1,77,Ada\n', merged)).toMatchObject({ unchanged: 1 });
      expect(await known()).toEqual({
        'externalId:demo:customer:1': 'Ada',
        'externalId:demo:customer:77': 'Ada',
      });
    });

    it('refuses a row whose ids are two customers’, or another row’s', async () => {
      await customers(csv('1,Ada,,,,', '2,Ben,,,,'));
      await customers('rt,customer_id,name\n90,1,Ada\n', withMap());
      const wrong = 'rt,customer_id,name\n90,2,Ada\n92,3,Dan\n93,3,Eve\n';
      expect(await customers(wrong, withMap())).toMatchObject({ added: 1, refusedRows: 2 });
      expect(store.report().map(([row, , value, reason]) => [row, value, reason])).toEqual([
        ['2', '90', 'its ids belong to different customers'],
        ['4', '3', 'row 3 has it already'],
      ]);
    });
  });

  describe('with answers that changed', () => {
    it('changes them, also to another customer, and counts each once', async () => {
      await customers(csv('1,Ada,,,,', '2,Ben,,,,'));
      await responses(answers('R1,1,3,2018-05-01 10:00,slow', 'R2,1,9,2018-05-02 10:00,fine'));
      await rescoreAll(store);
      const moved = answers('R1,2,4,2018-05-01 10:00,slow', 'R2,1,9,2018-05-02 10:00,fine');
      expect(await responses(moved)).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
      const rows = await store.db
        .selectFrom('responses')
        .innerJoin('customers', 'customers.customer_id', 'responses.customer_id')
        .select(['name', 'source_id', 'score'])
        .orderBy('source_id')
        .execute();
      expect(rows).toEqual([
        { name: 'Ben', source_id: 'R1', score: 4 },
        { name: 'Ada', source_id: 'R2', score: 9 },
      ]);
      expect(await store.db.selectFrom('dirty_customers').select('customer_id').execute()).toHaveLength(2);
    });

    it('without ids are known by who, when and what', async () => {
      await customers(csv('1,Ada,,,,'));
      const file = 'customer_id,score,answered_at\n1,3,2018-05-01 10:00\n1,3,2018-05-02 10:00\n';
      expect(await responses(file)).toMatchObject({ added: 2 });
      expect(await responses(file)).toMatchObject({ unchanged: 2 });
    });

    it('that name an e-mail find its one customer, and refuse to choose among two', async () => {
      await customers(
        csv('1,Ada,ada@example.org,,,', '2,Ben,desk@example.org,,,', '3,Cem,desk@example.org,,,'),
      );
      const file = 'id,email,score,date\nA,ADA@example.org,3,2018-05-01\nB,desk@example.org,3,2018-05-01\n';
      expect(await responses(file)).toMatchObject({ added: 1, refusedRows: 1 });
      expect(store.report()).toEqual([['3', 'email', 'desk@example.org', 'fits 2 customers', 'row']]);
    });

    it('for totals only, are in the figures and on nobody’s card', async () => {
      await customers(csv('1,Ada,,,,'));
      const file = answers('R1,1,0,2018-06-01 10:00,secret');
      await responses(file, { survey: { ...survey, confidentiality: 'aggregate-only' } });
      await rescoreAll(store);
      const [row] = (await readNpsReport(store.db, store.clock.now())).rows;
      expect(row).toMatchObject({ state: 'suppressed', detractors: null, n: null });
      const [stored] = await readAllCards(store.db);
      expect(stored).toMatchObject({ score: null, earlier: [], risk: { level: 'unknown', points: 0 } });
      expect(await responses(file)).toMatchObject({ changed: 1 });
      await rescoreAll(store);
      const [told] = await readAllCards(store.db);
      expect(told?.score?.value).toBe(0);
    });
  });
});
