import { expect, it } from 'vitest';
import { tellApart } from '@/lib/sync/pages/tell-apart';

const named = (storeName: string, accountEnd: string | null = '', name = '') => ({
  name,
  storeName,
  accountEnd,
});

it.each([
  ['of one', [named('Vera Holm', '4711')], [null]],
  ['of two with names of their own', [named('Vera Holm', '4711'), named('Nils Holm', '4712')], [null, null]],
  ['of two with one name', [named('Vera Holm', '4711'), named('Vera Holm', '0815')], ['4711', '0815']],
  [
    'of two of three',
    [named('Vera Holm', '4711'), named('Nils Holm', '1'), named(' vera  HOLM', '0815')],
    ['4711', null, '0815'],
  ],
  ['of two whom nobody names', [named('', '4711'), named('', '0815')], ['4711', '0815']],
  ['of two whose numbers end alike', [named('Vera Holm', '4711'), named('Vera Holm', '4711')], ['', '']],
  ['of one whose number nobody knows', [named('Vera Holm', '4711'), named('Vera Holm')], ['4711', '']],
  ['of two of whom the store has told nothing yet', [named('', null), named('', null)], [null, null]],
  ['of two whose names are here alone', [named('Vera Holm', null), named('Vera Holm', null)], [null, null]],
  [
    'of two whom the page tells apart',
    [named('Vera Holm', '4711', 'Vera'), named('Vera Holm', '0815', 'V. H.')],
    [null, null],
  ],
])('the end of an account number is needed where names don’t do: %s', (_, all, ends) => {
  expect(tellApart(all)).toEqual(ends);
});
