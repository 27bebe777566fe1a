import { describe, expect, it } from 'vitest';
import type { NoteCustomer } from '@/lib/domain/note';
import { sameCustomer, sameIdentifiers } from '@/lib/sync/pages/same-customer';

const phone = { kind: 'phone', value: '+442079460202' } as const;
const marta = { kind: 'email', value: 'marta@example.org' } as const;
const jan = { kind: 'email', value: 'jan@example.org' } as const;
const demo = { kind: 'externalId', system: 'demo', recordType: 'customer', value: 'C-00001' } as const;
const demo2 = { ...demo, value: 'C-00002' } as const;
const rt = { kind: 'externalId', system: 'rt', recordType: 'user', value: '17' } as const;
const customer = (cardNumber: number | null, ...identifiers: NoteCustomer['identifiers']): NoteCustomer => ({
  cardNumber,
  identifiers,
});

describe('two mentions of a customer', () => {
  it.each([
    ['cards decide where both have one', customer(1, phone), customer(2, phone), false],
    ['an identifier in common where one has no card', customer(null, phone, marta), customer(1, phone), true],
    [
      'a household’s phone, and different addresses',
      customer(null, phone, marta),
      customer(1, phone, jan),
      false,
    ],
    ['two addresses, one of them in common', customer(null, marta, jan), customer(1, jan), true],
    [
      'a phone in common, numbers of different CRMs',
      customer(null, phone, demo),
      customer(1, phone, rt),
      true,
    ],
    [
      'a phone in common, two numbers of one CRM',
      customer(null, phone, demo),
      customer(1, phone, demo2),
      false,
    ],
    ['nothing in common', customer(null, marta), customer(null, jan), false],
  ])('%s', (_name, a, b, same) => {
    expect(sameCustomer(a, b)).toBe(same);
    expect(sameCustomer(b, a)).toBe(same);
  });

  it.each([
    ['all of them, in any order', customer(null, marta, phone), customer(1, phone, marta), true],
    ['a household’s phone alone is not enough', customer(null, marta, phone), customer(1, jan, phone), false],
    ['one more on either side is not enough', customer(null, marta), customer(1, marta, phone), false],
    ['nobody is not the same as nobody', customer(null), customer(null), false],
  ])('the very same identifiers: %s', (_name, a, b, same) => {
    expect(sameIdentifiers(a, b)).toBe(same);
    expect(sameIdentifiers(b, a)).toBe(same);
  });
});
