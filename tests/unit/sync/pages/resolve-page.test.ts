import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FoundBy, type LookedUp, type Resolution, resolvePage } from '@/lib/sync/pages/resolve-page';

const by = (kind: FoundBy, ...numbers: number[]): LookedUp => ({ kind, numbers });
const id = (...numbers: number[]) => by('externalId', ...numbers);
const mail = (...numbers: number[]) => by('email', ...numbers);
const phone = (...numbers: number[]) => by('phone', ...numbers);

const short = (r: Resolution) => (r.state === 'customer' ? r.number : r.state === 'choose' ? r.why : r.state);

const onePerson: [string, LookedUp[], number | string][] = [
  ['no identifier', [], 'unknown'],
  ['none is known', [id(), mail(), phone()], 'unknown'],
  ['all lead to one card', [id(7), mail(7), phone(7)], 7],
  ['one is known and leads to one card', [id(), mail(7), phone()], 7],
  ['only a phone, and it is one card’s', [phone(7)], 7],
  ['a phone is one card’s, an e-mail nobody’s', [phone(7), mail()], 'only-phone-fits'],
  ['two phones are one card’s, an id nobody’s', [id(), phone(7), phone(7)], 'only-phone-fits'],
  ['a phone is one card’s, an e-mail nobody’s, an id that card’s', [phone(7), mail(), id(7)], 7],
  ['id says A, e-mail says B', [id(1), mail(2)], 'identifiers-disagree'],
  ['id says A, a phone says B', [id(1), phone(2)], 'identifiers-disagree'],
  ['id and e-mail say A, a phone says B', [id(1), mail(1), phone(2)], 'identifiers-disagree'],
  ['id says A, a shared phone leaves A out', [id(1), phone(2, 3)], 'identifiers-disagree'],
  ['two phones of different cards', [phone(1), phone(2)], 'identifiers-disagree'],
  ['a phone that fits many', [phone(1, 2, 3)], 'shared-identifier'],
  ['a phone that fits many, an e-mail nobody knows', [phone(1, 2), mail()], 'shared-identifier'],
  ['a phone that fits many, an id that is one of them', [phone(1, 2, 3), id(2)], 2],
  ['a phone that fits many, an e-mail that is one of them', [phone(1, 2, 3), mail(3)], 3],
  ['a phone that fits many, another phone that is one of them', [phone(1, 2), phone(1)], 'shared-identifier'],
  ['an e-mail address that fits many', [mail(1, 2)], 'shared-identifier'],
  ['an e-mail address that fits many, an id that is one of them', [mail(1, 2), id(1)], 1],
  [
    'an e-mail address that fits many, a phone that is one of them',
    [mail(1, 2), phone(1)],
    'shared-identifier',
  ],
  [
    'an id and an e-mail in different parts of a shared phone',
    [phone(1, 2), id(1), mail(2)],
    'identifiers-disagree',
  ],
];

describe('one person on the page', () => {
  it.each(onePerson)('%s', (_, person, expected) => {
    expect(short(resolvePage([person]))).toBe(expected);
  });

  it('says by what each candidate was found', () => {
    const r = resolvePage([[id(1), mail(2), phone(2, 1)]]);
    expect(r.state === 'choose' && r.candidates).toEqual([
      { number: 1, foundBy: ['externalId', 'phone'] },
      { number: 2, foundBy: ['email', 'phone'] },
    ]);
  });
});

const severalPeople: [string, LookedUp[][], number | string][] = [
  ['nobody', [], 'unknown'],
  ['both lead to the same card', [[mail(7)], [phone(7)]], 7],
  ['each leads to another card', [[mail(1)], [mail(2)]], 'several-people'],
  ['one is known, the other is not', [[mail(1)], [mail()]], 'several-people'],
  ['none is known', [[mail()], [mail()]], 'several-people'],
  ['one is clear, the other is not', [[mail(1)], [phone(1, 2)]], 'several-people'],
];

describe('several people on the page', () => {
  it.each(severalPeople)('%s', (_, people, expected) => {
    expect(short(resolvePage(people))).toBe(expected);
  });
});

describe('never the wrong customer', () => {
  const lookedUp = fc.record({
    kind: fc.constantFrom<FoundBy[]>('externalId', 'email', 'phone'),
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  });
  const people = fc.array(fc.array(lookedUp, { maxLength: 5 }), { maxLength: 3 });

  it('a card is shown only if every identifier that leads anywhere leads to it too', () => {
    fc.assert(
      fc.property(people, (all) => {
        const r = resolvePage(all);
        if (r.state !== 'customer') return;
        const leading = all.flat().filter((l) => l.numbers.length > 0);
        expect(leading.every((l) => l.numbers.includes(r.number))).toBe(true);
      }),
    );
  });

  it('a person of whom two identifiers have no card in common is asked about', () => {
    fc.assert(
      fc.property(fc.array(lookedUp, { maxLength: 5 }), (person) => {
        const apart = person.some((a) =>
          person.some(
            (b) =>
              a.numbers.length > 0 && b.numbers.length > 0 && !a.numbers.some((n) => b.numbers.includes(n)),
          ),
        );
        if (apart) expect(short(resolvePage([person]))).toBe('identifiers-disagree');
      }),
    );
  });

  it('a phone decides only where no id and no address speaks', () => {
    fc.assert(
      fc.property(fc.array(lookedUp, { maxLength: 5 }), (person) => {
        if (resolvePage([person]).state !== 'customer') return;
        const others = person.filter((l) => l.kind !== 'phone');
        expect(others.length === 0 || others.some((l) => l.numbers.length > 0)).toBe(true);
      }),
    );
  });

  it('the order on the page makes no difference', () => {
    fc.assert(
      fc.property(fc.array(lookedUp, { maxLength: 5 }), (person) => {
        expect(short(resolvePage([person.toReversed()]))).toBe(short(resolvePage([person])));
      }),
    );
  });

  it('a chooser offers every card that any identifier leads to, and no other', () => {
    fc.assert(
      fc.property(people, (all) => {
        const r = resolvePage(all);
        if (r.state !== 'choose') return;
        const offered = new Set(r.candidates.map((c) => c.number));
        expect(offered).toEqual(new Set(all.flat().flatMap((l) => l.numbers)));
      }),
    );
  });
});
