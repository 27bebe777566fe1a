import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierSchema } from '@/lib/domain/identifier';
import { normaliseIdentifier } from '@/lib/domain/normalise-identifier';

const phone = (value: string, region: string) =>
  normaliseIdentifier({ kind: 'phone', value }, region).map((id) => id.value);
const email = (value: string) => normaliseIdentifier({ kind: 'email', value }, 'US').map((id) => id.value);

describe('a phone number', () => {
  it.each([
    ['plus, trunk zero in brackets, slash', '+49 (0711) 12/34', 'US', '+497111234'],
    ['slash', '212/555-0100', 'US', '+12125550100'],
    ['slash and trunk zero', '0711/1234567', 'DE', '+497111234567'],
    ['brackets', '(212) 555-0100', 'US', '+12125550100'],
    ['dots', '212.555.0100', 'US', '+12125550100'],
    ['dashes', '212-555-0100', 'US', '+12125550100'],
    ['spaces', '+1 212 555 0100', 'GB', '+12125550100'],
    ['country code without a plus', '1 212 555 0100', 'US', '+12125550100'],
    ['country code without a plus, no gaps', '442079460018', 'GB', '+442079460018'],
    ['plus in brackets', '(+44) 20 7946 0018', 'US', '+442079460018'],
    ['trunk zero after the country', '+44 (0)20 7946 0018', 'US', '+442079460018'],
    ['international zeros', '0044 20 7946 0018', 'GB', '+442079460018'],
    ['international zeros where 011 is dialled', '0044 20 7946 0018', 'US', '+442079460018'],
    ['extension in words', '(212) 555-0100 ext. 12', 'US', '+12125550100'],
    ['extension with an x', '2125550100x12', 'US', '+12125550100'],
    ['wide international zeros', '００44 20 7946 0018', 'US', '+442079460018'],
    ['a country’s code that is an area of its own', '391 2345678', 'IT', '+393912345678'],
    ['a link', 'tel:+1-201-555-0123;ext=5', 'US', '+12015550123'],
    ['wide digits and blanks around', ' ２１２　５５５　０１００ ', 'US', '+12125550100'],
  ])('%s: %s in %s', (_what, raw, region, expected) => {
    expect(phone(raw, region)).toEqual([expected]);
  });

  it('of Brazil is known with and without its ninth digit', () => {
    expect(phone('+55 11 98765-4321', 'US')).toEqual(['+5511987654321', '+551187654321']);
    expect(phone('(11) 8765-4321', 'BR')).toEqual(['+551187654321', '+5511987654321']);
    expect(phone('+55 11 3456-7890', 'US')).toEqual(['+551134567890']);
  });

  it('that could be national or lack its plus is looked up as both', () => {
    expect(phone('49 711 1234567', 'DE')).toEqual(['+497111234567', '+49497111234567']);
    expect(phone('0497 1112345', 'DE')).toEqual(['+494971112345']);
  });

  it.each([
    '',
    'n/a',
    '12',
    '+1',
    '0044 1234',
    '+49 0000000',
    'ask her husband',
    '123456789012345678901',
    'call 2125550100',
  ])('that is none (%j) gives none', (raw) => {
    expect(phone(raw, 'US')).toEqual([]);
  });

  it('without a country, and no region that says which, gives none', () => {
    expect(phone('212 555 0100', '??')).toEqual([]);
    expect(phone('+1 212 555 0100', '??')).toEqual(['+12125550100']);
  });
});

describe('an e-mail address', () => {
  it.each([
    ['blanks and capitals', '  Ada.Lovelace@Example.ORG ', 'ada.lovelace@example.org'],
    ['a link', 'mailto:ada@example.org?subject=Hello', 'ada@example.org'],
    ['a link with escapes', 'MAILTO:ada%2Bnews@example.org', 'ada+news@example.org'],
    ['a name before it', 'Ada Lovelace <ada@example.org>', 'ada@example.org'],
    ['a decomposed letter', 'jose\u0301@example.org', 'jos\u00e9@example.org'],
    ['a machine of the house', 'root@localhost', 'root@localhost'],
  ])('%s', (_what, raw, expected) => {
    expect(email(raw)).toEqual([expected]);
  });

  it.each([
    '',
    'ada',
    'ada@',
    '@example.org',
    'ada@example..org',
    'ada@example.org.',
    'ada@@example.org',
    'a da@example.org',
    'a@x.org, b@x.org',
    'mailto:%E0%A4%A@example.org',
    `${'a'.repeat(320)}@example.org`,
  ])('that is none (%j) gives none', (raw) => {
    expect(email(raw)).toEqual([]);
  });
});

describe('an external id', () => {
  it('is trimmed and keeps its capitals, since 15-character Salesforce ids differ by them', () => {
    const raw = { kind: 'externalId', system: 'demo', recordType: 'customer', value: ' C-00202 ' } as const;
    expect(normaliseIdentifier(raw, 'US')).toEqual([{ ...raw, value: 'C-00202' }]);
    expect(normaliseIdentifier({ ...raw, value: '  ' }, 'US')).toEqual([]);
  });
});

describe('normalising', () => {
  it('gives only what fits the schema, and the same again when done twice', () => {
    const anyRaw = fc.oneof(
      fc.record({ kind: fc.constantFrom('email', 'phone'), value: fc.string({ maxLength: 90 }) }),
      fc.record({
        kind: fc.constant('phone' as const),
        value: fc.stringMatching(/^[+0]{0,2}[0-9 ()/.-]{3,20}( ext\. \d\d)?$/),
      }),
      fc.record({ kind: fc.constant('email' as const), value: fc.emailAddress() }),
    );
    fc.assert(
      fc.property(anyRaw, fc.constantFrom('US', 'GB', 'DE', 'BR', 'IT'), (raw, region) => {
        for (const id of normaliseIdentifier(raw, region)) {
          expect(identifierSchema.safeParse(id).success).toBe(true);
          expect(normaliseIdentifier(id, region)).toContainEqual(id);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
