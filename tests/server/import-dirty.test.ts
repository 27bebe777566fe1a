import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { describeEachDatabase } from './support/databases';
import { type ImportStore, openImportStore } from './support/import-store';

const CUSTOMERS = 'tests/fixtures/import/customers-dirty.csv';
const RESPONSES = 'tests/fixtures/import/responses-dirty.csv';

describeEachDatabase('a dirty file', (kind) => {
  let store: ImportStore;
  beforeAll(async () => {
    store = await openImportStore(kind, new Date('2018-06-30T12:00:00Z'));
  });
  afterEach(() => store.clear());
  afterAll(() => store.close());

  const people = () =>
    store.db
      .selectFrom('customers')
      .select(['name', 'tier', 'since', 'contract', 'monthly_value_minor'])
      .orderBy('name')
      .execute();
  const contacts = async () => {
    const rows = await store.db
      .selectFrom('identifiers')
      .select(['kind', 'value'])
      .orderBy('value')
      .execute();
    return rows.filter((row) => row.kind !== 'externalId').map((row) => row.value);
  };

  it('of customers: what can be read is kept, the rest is named', async () => {
    const result = await store.customers(CUSTOMERS, { region: 'DE' });
    expect(result).toMatchObject({ rows: 8, added: 4, refusedRows: 4, refusedFields: 7, cutShortAt: null });
    expect(await people()).toEqual(
      [
        { name: 'Ben Ohne', tier: 'gold', since: null, contract: 'yearly', monthly_value_minor: null },
        {
          name: 'O"Neill =HYPERLINK("http://x")',
          tier: null,
          since: '2010-01-01',
          contract: 'longer',
          monthly_value_minor: null,
        },
        {
          name: 'Two\nlines Name',
          tier: '=2+5',
          since: null,
          contract: 'yearly',
          monthly_value_minor: 123450,
        },
        {
          name: 'Änne Groß; von',
          tier: 'gold',
          since: '2017-02-01',
          contract: 'monthly',
          monthly_value_minor: 2985,
        },
      ].sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    expect(await contacts()).toEqual(
      ['+497111234', '+497111234567', 'a@example.org', 'anne@example.org', 'b@example.org'].sort(),
    );
    expect(store.report()).toEqual([
      ['3', 'E-Mail', 'ben(at)example.org', 'not an e-mail address; the row was kept without it', 'field'],
      ['3', 'Telefon', 'keine', 'not a phone number; the row was kept without it', 'field'],
      ['3', 'Kunde seit', '2017-13-01', 'not a date that can be read', 'field'],
      ['3', 'Monatsbetrag', 'viel', 'not an amount', 'field'],
      ['4', 'Kundennr', '', 'no id: nobody to attach the row to', 'row'],
      ['5', 'Kundennr', 'K-1', 'row 2 has it already', 'row'],
      ['6', '', '', 'it has 3 cells, the header 11', 'row'],
      ['7', 'E-Mail', 'kaputt', 'not an e-mail address; the row was kept without it', 'field'],
      ['8', '', '', 'it has 12 cells, the header 11', 'row'],
      ['10', 'Telefon', "'=1+1", 'not a phone number; the row was kept without it', 'field'],
      ['10', 'Stufe', 'much-too-long-a-tier-for-any-badge-that-there-is', 'longer than 40 letters', 'field'],
    ]);
  });

  it('of customers leaves age and gender outside', async () => {
    await store.customers(CUSTOMERS, { region: 'DE' });
    const stored = await Promise.all(
      (['customers', 'identifiers', 'identifier_owners'] as const).map((table) =>
        store.db.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(JSON.stringify(stored)).toContain('K-2');
    expect(JSON.stringify([stored, store.report()])).not.toContain('PROTECTED');
  });

  it('of answers: a wrong score or time refuses the row, and no score is none', async () => {
    await store.customers(CUSTOMERS, { region: 'DE' });
    const result = await store.responses(RESPONSES);
    expect(result).toMatchObject({ rows: 11, added: 3, refusedRows: 8, refusedFields: 0 });
    const rows = await store.db
      .selectFrom('responses')
      .select(['source_id', 'score', 'answered_at', 'verbatim', 'about', 'confidentiality'])
      .orderBy('source_id')
      .execute();
    const attributable = { confidentiality: 'attributable' };
    expect(rows).toEqual([
      {
        source_id: 'R3',
        score: null,
        answered_at: new Date('2018-05-01T09:00:00Z'),
        verbatim: 'no score, but words',
        about: 'Order',
        ...attributable,
      },
      {
        source_id: 'R7',
        score: 3,
        answered_at: new Date('2018-03-25T01:30:00Z'),
        verbatim: 'pay with •••• 1111',
        about: 'Order',
        ...attributable,
      },
      {
        source_id: 'R8',
        score: 10,
        answered_at: new Date('2018-05-01T08:00:00Z'),
        verbatim: 'fine',
        about: null,
        ...attributable,
      },
    ]);
    expect(store.report().map(([row, column, value, reason]) => [row, column, value, reason])).toEqual([
      ['2', 'score', '11', 'greater than 10'],
      ['3', 'score', '8.5', 'not a whole number from 0 to 10'],
      ['5', 'customer_id', 'K-9', 'no such customer'],
      ['6', 'answered_at', '2018-02-30 10:00', 'not a date that can be read'],
      ['7', 'answered_at', '03/04/2018 10:00', 'the day or the month first? Say --date-order dmy or mdy'],
      ['9', 'response_id', 'R7', 'row 8 has it already'],
      ['11', 'customer_id', '', 'no customer'],
      ['12', 'answered_at', '2999-05-01 10:00', 'still to come'],
    ]);
  });

  it('of which a quotation mark is never closed is taken over as far as it goes, and says so', async () => {
    const rows = Array.from({ length: 700 }, (_, i) => `${i},Name ${i}`).join('\n');
    const path = store.file('c.csv', `customer_id,name\n${rows}\n700,"Open\n701,Lost\n`);
    expect(await store.customers(path)).toMatchObject({ added: 700, refusedRows: 1, cutShortAt: 702 });
    const reason = 'a quotation mark is opened here and not closed: this row and all after it were not read';
    expect(store.report()).toEqual([['702', '', '', reason, 'row']]);
  });
});
