import { expect, it } from 'vitest';
import type { PersonFound } from '@/lib/sync/pages/look-up-people';
import { nameOnPage } from '@/lib/sync/pages/name-on-page';

/** Somebody by one address, which leads to these cards. */
const person = (...numbers: number[]): PersonFound => [
  { kind: 'email', spellings: [{ identifier: { kind: 'email', value: 'a@x.example' }, numbers }] },
];
const ann = { name: 'Ann Bo', people: [person(1)] };
const several = {
  ...{ name: 'Ann Bo, Cy Do', names: ['Ann Bo', '', 'Cy Do', 'Cy Do'] },
  people: [person(1, 3), person(2), person(3), person()],
};

it.each<[string, typeof ann | typeof several, number | null, string]>([
  ['the one there is', ann, 1, 'Ann Bo'],
  ['the one there is, who is new', { ...ann, people: [person()] }, null, 'Ann Bo'],
  ['the one of several who was chosen', several, 1, 'Ann Bo'],
  ['one of several whom it doesn’t name', several, 2, ''],
  ['two who may be the same', several, 3, 'Ann Bo, Cy Do'],
  ['the new one of several', several, null, 'Cy Do'],
  [
    'all of several new ones',
    { ...several, people: several.people.map(() => person()) },
    null,
    'Ann Bo, Cy Do',
  ],
])('a page’s name for %s', (_, { people, ...identity }, number, name) => {
  expect(nameOnPage(identity, people, number)).toBe(name);
});
