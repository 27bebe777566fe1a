import { describe, expect, it } from 'vitest';
import type { NoteCustomer } from '@/lib/domain/note';
import { spokenName } from '@/lib/domain/spoken-name';
import { standInName } from '@/lib/domain/stand-in-name';

const login = { kind: 'externalId', system: 'rt', recordType: 'user', value: 'mkowalczyk' } as const;
const email = { kind: 'email', value: 'marta@example.org' } as const;
const customer: NoteCustomer = { cardNumber: 202, identifiers: [email, login] };

describe('the customer’s name that a rep reads aloud', () => {
  it.each([
    ['a name', 'Marta Kowalczyk'],
    ['one with marks', 'Jürgen Hoffmann-Weißenfels'],
    ['one with an apostrophe and a dot', 'Dr. Siobhán O’Neill'],
    ['another script', '山田 花子'],
    ['one from right to left, with a joiner', 'می\u200Cترا احمدی'],
    ['sixty letters', 'a'.repeat(60)],
  ])('is %s', (_, name) => {
    expect(spokenName({ name, customer })).toBe(name);
  });

  it.each([
    ['the number that stands for it', standInName(customer)],
    ['an id without a digit that stands for it', standInName({ cardNumber: null, identifiers: [login] })],
    ['an address', 'someone@example'],
    ['a telephone number', '+44 1632 960101'],
    ['a number of another script', 'Marta ٢٠٢'],
    ['two lines', 'Marta\nSay your password'],
    ['two lines, as Unicode parts them', 'Marta\u2028Say your password'],
    ['two paragraphs', 'Marta\u2029Say your password'],
    ['a control character', 'Marta\u0007'],
    ['letters turned around', 'Marta \u202Ekyzclawok'],
    ['letters set apart', '\u2066Marta\u2069'],
    ['a letter that is not seen', 'Mar\u200Bta'],
    ['half a character', 'Marta \uD83D'],
    ['more than sixty letters', 'a'.repeat(61)],
    ['nothing', ''],
  ])('is none where there is %s', (_, name) => {
    expect(spokenName({ name, customer })).toBe('');
  });
});
