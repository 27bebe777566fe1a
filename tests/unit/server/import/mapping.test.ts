import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeCustomerMapping } from '@/server/import/describe-mapping';
import { customerWords, isProtectedHeader, responseWords } from '@/server/import/header-words';
import { mergeCustomerMapping, mergeResponseMapping, readCustomerMap } from '@/server/import/map-file';
import { guessCustomerMapping, guessResponseMapping } from '@/server/import/mapping';

const kind = { system: 'demo', recordType: 'customer' };
const folder = mkdtempSync(join(tmpdir(), 'heed-map-'));

function mapFile(content: unknown): string {
  const path = join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('the guess', () => {
  it.each([
    [
      'English',
      ['Customer ID', 'First Name', 'Last Name', 'E-mail Address', 'Mobile', 'Phone', 'Contract Type'],
      { name: ['First Name', 'Last Name'], email: ['E-mail Address'], phone: ['Phone', 'Mobile'] },
    ],
    [
      'German',
      ['Kundennr.', 'Vorname', 'Nachname', 'E-Mail-Adresse', 'Telefonnummer', 'Vertragsart', 'Kunde seit'],
      { name: ['Vorname', 'Nachname'], contract: 'Vertragsart', since: 'Kunde seit' },
    ],
    [
      'French',
      ['Numéro client', 'Prénom', 'Nom', 'Courriel', 'Téléphone', 'Type de contrat'],
      { name: ['Prénom', 'Nom'], email: ['Courriel'], contract: 'Type de contrat' },
    ],
    [
      'Spanish',
      ['ID cliente', 'Nombre', 'Apellidos', 'Correo electrónico', 'Teléfono', 'Antigüedad (meses)'],
      { name: ['Nombre', 'Apellidos'], phone: ['Teléfono'], tenureMonths: 'Antigüedad (meses)' },
    ],
    ['one word', ['customerId', 'name', 'email'], { name: ['name'], email: ['email'] }],
    ['a surname alone', ['id', 'Nom'], { name: ['Nom'] }],
  ])('reads %s headers', (_language, header, expected) => {
    const guess = guessCustomerMapping(header, kind);
    expect(guess).toMatchObject(expected);
    expect(guess.ids).toEqual([{ column: header[0], ...kind }]);
  });

  it('takes a first day rather than a tenure', () => {
    expect(guessCustomerMapping(['id', 'since', 'tenure'], kind)).toMatchObject({
      since: 'since',
      tenureMonths: null,
    });
  });

  it('finds the answer’s own id and the customer’s', () => {
    expect(guessResponseMapping(['id', 'customer_id', 'nps', 'date', 'comment'], kind)).toEqual({
      responseId: 'id',
      customer: { by: 'externalId', column: 'customer_id', ...kind },
      score: 'nps',
      answeredAt: 'date',
      verbatim: 'comment',
      about: null,
    });
    expect(guessResponseMapping(['Recipient Email', 'Score', 'Recorded Date'], null).customer).toEqual({
      by: 'email',
      column: 'Recipient Email',
    });
  });

  it('never touches a protected column, whatever it is called', () => {
    const header = [
      'id',
      'name',
      'Senior',
      'SeniorCitizen',
      'partner',
      'Has Dependents',
      'Geschlecht',
      'Âge',
    ];
    const mapping = guessCustomerMapping(header, kind);
    const table = describeCustomerMapping(header, mapping, 'GB');
    expect(table.filter(([, becomes]) => becomes.startsWith('left out on purpose')).map(([c]) => c)).toEqual(
      header.slice(2),
    );
    const words = [...Object.values(customerWords), ...Object.values(responseWords)].flat();
    expect(words.filter(isProtectedHeader)).toEqual([]);
    expect(['stage', 'manager', 'page', 'asset'].some(isProtectedHeader)).toBe(false);
  });
});

describe('a map file', () => {
  const header = ['no', 'crm2', 'who', 'mail', 'months', 'plan', 'senior'];
  const map = { ids: [{ column: 'no', system: 'demo', recordType: 'customer' }], name: 'who', email: 'mail' };

  it('says what the guess could not', async () => {
    const path = mapFile({
      ...map,
      ids: [...map.ids, { column: 'crm2', system: 'rt', recordType: 'user' }],
      tenureMonths: null,
    });
    const merged = mergeCustomerMapping(
      guessCustomerMapping(header, null),
      await readCustomerMap(path),
      header,
    );
    expect(merged).toMatchObject({ name: ['who'], email: ['mail'], tenureMonths: null });
    expect(merged.ids.map((id) => id.system)).toEqual(['demo', 'rt']);
  });

  it.each([
    ['a key that is none', { ...map, nmae: 'who' }, /"nmae" is no field; there are ids, name/],
    ['a wrong type', { ...map, tier: 3 }, /"tier"/],
    ['an id without its CRM', { ids: [{ column: 'no' }] }, /"ids.0.system"/],
    ['no JSON', '{', /is no JSON/],
  ])('with %s is refused, and it says where', async (_what, content, message) => {
    await expect(readCustomerMap(mapFile(content))).rejects.toThrow(message);
  });

  it.each([
    [
      'a column that isn’t there',
      { ...map, tier: 'Tier' },
      /No column is called "Tier". There are: no, crm2/,
    ],
    ['a protected column', { ...map, tier: 'senior' }, /"senior" says who somebody is/],
    ['no id', { name: 'who' }, /No column has the customer's id/],
  ])('with %s is refused', async (_what, content, message) => {
    const read = await readCustomerMap(mapFile(content));
    expect(() => mergeCustomerMapping(guessCustomerMapping(header, null), read, header)).toThrow(message);
  });

  it('is asked for where a column can’t be guessed or is there twice', () => {
    const guess = guessResponseMapping(['x', 'score'], kind);
    expect(() => mergeResponseMapping(guess, {}, ['x', 'score'])).toThrow(/customer, answeredAt/);
    const twice = ['id', 'name', 'name'];
    expect(() => mergeCustomerMapping(guessCustomerMapping(twice, kind), {}, twice)).toThrow(/2 columns/);
  });
});
