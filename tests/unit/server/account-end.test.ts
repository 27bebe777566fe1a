import { expect, it } from 'vitest';
import { accountEnd } from '@/server/customers/account-end';

it.each([
  ['4000124711', '4711'],
  ['C-10211', '211'],
  ['ab12', '12'],
  ['C-2', '2'],
  ['7', ''],
  ['', ''],
  ['x𝟙𝟚', '𝟚'],
])('of the account number %j no more is told than %j: never over half of it', (number, end) => {
  expect(accountEnd(number)).toBe(end);
});
