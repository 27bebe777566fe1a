import { expect, it } from 'vitest';
import { namesOf } from '@/lib/crm/names-of';

it.each([
  ['one person', ['Ann Bo'], { name: 'Ann Bo', names: {} }],
  ['one without a name', [null], { name: '', names: {} }],
  ['two people', ['Ann Bo', 'Cy Do'], { name: 'Ann Bo, Cy Do', names: { names: ['Ann Bo', 'Cy Do'] } }],
  ['two, one of them without', [null, 'Cy Do'], { name: 'Cy Do', names: { names: ['', 'Cy Do'] } }],
])('a page calls %s', (_, names, expected) => {
  expect(namesOf(names.map((name) => ({ name })))).toEqual(expected);
});

it('no name is longer than a report takes', () => {
  const { name, names } = namesOf([{ name: 'x'.repeat(500) }, { name: 'y'.repeat(500) }]);
  expect([name, ...(names.names ?? [])].map((one) => one.length)).toEqual([300, 300, 300]);
});
