import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCardNumbers } from '@/lib/domain/mask-card-numbers';

/** Numbers that payment networks publish for tests. */
const cards = [
  '4111111111111111',
  '5500000000000004',
  '2223003122003222',
  '378282246310005',
  '30569309025904',
  '6011111111111117',
  '4222222222222',
  '6304000000000000000',
];

describe('a finished card number', () => {
  it.each(cards)('%s keeps its last four digits only', (card) => {
    const masked = `•••• ${card.slice(-4)}`;
    expect(maskCardNumbers(card)).toBe(masked);
    expect(maskCardNumbers(`card ${card}, please`)).toBe(`card ${masked}, please`);
    expect(maskCardNumbers(card.replace(/(.{4})/g, '$1 '))).toContain(masked);
    expect(maskCardNumbers(card.replace(/(.{4})/g, '$1-'))).not.toContain(card.slice(0, 4));
    expect(maskCardNumbers(card.replace(/(.{4})/g, '$1.'))).not.toContain(card.slice(0, 4));
  });

  it.each([
    ['an expiry date', '4111 1111 1111 1111 12 26 123', '•••• 1111 12 26 123'],
    ['an order number before it', 'order 77 4111 1111 1111 1111', 'order 77 •••• 1111'],
    ['another card', '4111 1111 1111 1111 5500 0000 0000 0004', '•••• 1111 •••• 0004'],
    ['a phone before it', '+44 7700 900123 4111 1111 1111 1111', '+44 7700 900123 •••• 1111'],
    ['its own digits again', '4242 4242 4242 4242 4242 42', '•••• 4242 4242 42'],
    ['bullets', '•••• 4111111111111111', '•••• •••• 1111'],
    ['a line break', 'a\n4111111111111111\nb', 'a\n•••• 1111\nb'],
    ['dashes of three kinds and wide gaps', '4111\u00a01111\u20131111 - 1111', '•••• 1111'],
  ])('is found beside %s', (_what, text, expected) => {
    expect(maskCardNumbers(text)).toBe(expected);
  });
});

describe('what stays', () => {
  it.each([
    ['a number that fails the check', '4111111111111112'],
    ['a number no card begins with', '7992739871300000 1234567890128'],
    ['a phone with a plus', '+4111111111111111'],
    ['a phone with a plus and gaps', '+4111 1111 1111 111'],
    ['a phone with two zeros', '0044 2079 4600 1800'],
    ['twelve digits', '411111111111'],
    ['twenty digits', '41111111111111111111'],
    ['days', 'from 2024-06-30 to 2024-07-01, 2024-06-30 10.15.30'],
    ['a mask', '•••• 1111'],
  ])('%s', (_what, text) => {
    expect(maskCardNumbers(text)).toBe(text);
  });

  it('days stay while they are typed', () => {
    expect(maskCardNumbers('2024-06-30 10.15', { typing: true })).toBe('2024-06-30 10.15');
  });
});

describe('a number that is still being typed', () => {
  const type = (text: string, caret?: number) =>
    maskCardNumbers(text, caret === undefined ? { typing: true } : { typing: true, caret });

  it('is hidden from its twelfth digit on, at every later digit and gap', () => {
    const whole = 'card 4111 1111 1111 1111';
    for (let length = 1; length <= whole.length; length++) {
      const digits = type(whole.slice(0, length)).replace(/\D/g, '');
      expect(digits.length).toBeLessThanOrEqual(11);
    }
    expect(type('card 4111 1111 1111')).toBe('card •••• 1111');
    expect(type('card 4111 1111 1111 ')).toBe('card •••• 1111 ');
  });

  it('stays when the typing goes on elsewhere', () => {
    const text = 'ref 411111111112 was wrong';
    expect(type(text)).toBe(text);
    expect(type(text, 16)).toBe('ref •••• 1112 was wrong');
    expect(type(text, 10)).toBe('ref •••• 1112 was wrong');
    expect(type(text, 2)).toBe(text);
    expect(maskCardNumbers('ref 411111111112')).toBe('ref 411111111112');
  });

  it('stays when it is a phone', () => {
    expect(type('+44 2079 460018')).toBe('+44 2079 460018');
    expect(type('0044 2079 460018')).toBe('0044 2079 460018');
  });
});

describe('masking', () => {
  const piece = fc.oneof(
    fc.constantFrom(...cards, '•••• ', '+', '00', ' ', '-', '.', ', ', 'a'),
    fc.stringMatching(/^[0-9]{1,8}$/),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (t, typing) => {
        const once = maskCardNumbers(t, { typing });
        expect(maskCardNumbers(once, { typing })).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it('leaves no card between words, however its digits are grouped', () => {
    const grouped = fc
      .tuple(
        fc.constantFrom(...cards),
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 19, maxLength: 19 }),
      )
      .map(([card, sizes]) => {
        let rest = card;
        const groups: string[] = [];
        for (const size of sizes) {
          if (rest) groups.push(rest.slice(0, size));
          rest = rest.slice(size);
        }
        return { card, written: groups.join(' ') };
      });
    fc.assert(
      fc.property(grouped, fc.boolean(), ({ card, written }, typing) => {
        const masked = maskCardNumbers(`pays with ${written} today`, { typing });
        expect(masked.replace(/\D/g, '')).not.toContain(card.slice(0, -4));
      }),
    );
  });

  it('changes nothing but digits and their gaps', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (t) => {
        const letters = (s: string) => s.replace(/[\d•\s.\-\u2010-\u2013]/g, '');
        expect(letters(maskCardNumbers(t, { typing: true }))).toBe(letters(t));
      }),
    );
  });

  // A page or a paste may hold anything; the test runner's own limit says when this takes too long.
  it.each([
    ['digits and gaps', '1 '.repeat(10_000)],
    ['digits that cards begin with, and gaps', '4 '.repeat(10_000)],
    ['digits', '4'.repeat(20_000)],
    ['pairs of digits', '45-'.repeat(6_666)],
  ])('comes to an end in a note full of %s', (_what, note) => {
    for (const typing of [false, true])
      expect(maskCardNumbers(`${note} x 4111 1111 1111 1111`, { typing })).toMatch(/ x •••• 1111$/);
  });
});
