import { expect, it } from 'vitest';
import { accountEnd } from '@/server/customers/account-end';

it.each([
  ['4000124711', '4711'],
  ['4000-1247-11', '4711'],
  ['C-10211', '11'],
  ['C-00202', '2'],
  ['00000042', '2'],
  ['4-----20', '0'],
  ['ab12', '2'],
  ['C-2', ''],
  ['7', ''],
  ['000', ''],
  ['', ''],
  ['x𝟙𝟚', '𝟚'],
])('of the account number %j no more is told than %j: never over half of what varies', (number, end) => {
  expect(accountEnd(number)).toBe(end);
});
