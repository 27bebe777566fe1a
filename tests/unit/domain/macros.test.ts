import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineToAdd, takeBack } from '@/lib/domain/add-line';
import { fillMacro, macroNames } from '@/lib/domain/fill-macro';

describe('a ready-made line', () => {
  it.each([
    ['Refunded {amount} to {customer}.', { amount: '€18', customer: 'Marta' }, 'Refunded €18 to Marta.'],
    ['Reference {reference}.', { reference: '' }, 'Reference {reference}.'],
    ['Asked {nobody} and {Customer}.', { customer: 'Marta' }, 'Asked {nobody} and {Customer}.'],
    ['{constructor} {toString} {__proto__}', {}, '{constructor} {toString} {__proto__}'],
    ['{customer}', { customer: '{rep} $& {amount}', rep: 'Rosa' }, '{rep} $& {amount}'],
    ['{ customer } {{customer}}', { customer: 'Marta' }, '{ customer } {Marta}'],
  ])('%s', (text, values, filled) => expect(fillMacro(text, values)).toBe(filled));

  it('never has a value that isn’t the name’s own', () => {
    const value = fc.string({ maxLength: 8 });
    const values = fc.record(Object.fromEntries(macroNames.map((n) => [n, value])), { requiredKeys: [] });
    const piece = fc.oneof(
      fc.constantFrom(...macroNames, 'other').map((n) => `{${n}}`),
      fc.constantFrom('a', ' ', '.'),
    );
    fc.assert(
      fc.property(fc.array(piece), values, (pieces, v) => {
        const said = v as Record<string, string | undefined>;
        const expected = pieces.map((p) => (p.startsWith('{') ? said[p.slice(1, -1)] || p : p)).join('');
        expect(fillMacro(pieces.join(''), v)).toBe(expected);
      }),
    );
  });
});

describe('added to the summary', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' '), maxLength: 12 });
  it('stands after all that was there, and is taken back without a trace', () => {
    fc.assert(
      fc.property(text, text, (summary, line) => {
        const added = lineToAdd(summary, line);
        if (added === null) {
          expect(line).toBe('');
          return;
        }
        expect((summary + added).startsWith(summary)).toBe(true);
        expect((summary + added).endsWith(line)).toBe(true);
        expect(takeBack(summary + added, added)).toBe(summary);
      }),
    );
  });

  it.each([
    ['what was typed after it stays', 'said\nline, and more', '\nline', 'said, and more'],
    ['it was changed since', 'said\nlime', '\nline', null],
  ])('taken back where %s', (_, summary, added, left) => expect(takeBack(summary, added)).toBe(left));

  it('isn’t added where the note is full', () => {
    expect(lineToAdd('x'.repeat(19_999), 'ab')).toBeNull();
  });
});
