import { describe, expect, it } from 'vitest';
import type { PersonFound } from '@/lib/sync/pages/look-up-people';
import { newcomerAmong } from '@/lib/sync/pages/newcomer';

type Raw = PersonFound[number];
const raw = (...spellings: [string, number[]][]): Raw => ({
  kind: 'phone',
  spellings: spellings.map(([value, numbers]) => ({ identifier: { kind: 'phone', value }, numbers })),
});
const known = raw(['+442079460202', [1]]);
const stranger = raw(['+442079460909', []]);

const mail = (value: string, numbers: number[]): Raw => ({
  kind: 'email',
  spellings: [{ identifier: { kind: 'email', value }, numbers }],
});
const newMail = mail('new@example.com', []);

describe('someone new, on a page that leads to customers', () => {
  it('is the one of whom the page says what leads to nobody', () => {
    expect(newcomerAmong([[known], [stranger]])).toEqual({ index: 1, says: [stranger] });
    expect(newcomerAmong([[stranger, newMail]])).toEqual({ index: 0, says: [stranger, newMail] });
  });

  it('may share a customer’s phone, with an address of their own', () => {
    expect(newcomerAmong([[known, newMail]])).toEqual({ index: 0, says: [newMail] });
  });

  it.each([
    ['a customer’s second phone', [[known, stranger]]],
    [
      'what else the page says of a customer’s address',
      [[mail('marta@example.com', [1]), stranger, newMail]],
    ],
    [
      'a customer’s number that can be read as another’s',
      [[raw(['+442079460202', [1]], ['+492079460202', []])]],
    ],
    ['a customer', [[known]]],
    ['one of two who are new', [[stranger], [raw(['+442079460808', []])]]],
    ['somebody of whom nothing can be read', [[known], []]],
  ])('is never %s', (_, people) => {
    expect(newcomerAmong(people)).toBeNull();
  });
});
