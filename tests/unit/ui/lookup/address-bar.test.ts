import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LookupAnswer } from '@/lib/messaging/lookup-methods';
import { addressBarLines, asXml, readAddressBar } from '@/lib/ui/lookup/address-bar';
import { makeCard } from '@/tests/support/makers';

const card = (number: number, level: 'critical' | 'elevated' | 'low' | 'unknown') =>
  makeCard(number, { risk: { level, points: 0, drivers: [], at: '2026-11-22T09:00:00.000Z' } });
const read = (part: Partial<Extract<LookupAnswer, { state: 'read' }>> = {}): LookupAnswer => ({
  ...{ state: 'read', via: 'typed', from: '', said: '020 7946 0202', why: 'one' },
  candidates: [
    { card: card(202, 'critical'), name: '', storeName: '', accountEnd: null, foundBy: ['phone'] },
  ],
  ...part,
});
const several = read({
  why: 'several',
  candidates: [
    { card: card(202, 'critical'), name: '', storeName: '', accountEnd: null, foundBy: ['phone'] },
    {
      card: card(318, 'low'),
      name: '',
      storeName: '',
      accountEnd: null,
      foundBy: ['phone', 'externalId', 'phone'],
    },
  ],
});

describe('below the address bar', () => {
  it.each<[string, LookupAnswer, string]>([
    ['one customer', read(), 'Find 020 7946 0202: At risk'],
    ['several', several, 'Find 020 7946 0202: Several customers share this.'],
    ['nobody', read({ why: 'nobody', candidates: [] }), 'No customer is known by this'],
    ['locked customers', read({ why: 'locked', candidates: [] }), 'locked until you sign in'],
    ['a damaged book', read({ why: 'damaged', candidates: [] }), 'can’t be read until Heed has fetched'],
    ['no number yet', { state: 'unreadable' }, 'no phone number'],
    ['nobody signed in', { state: 'signed-out' }, 'nobody is signed in'],
    ['more than a minute’s questions', { state: 'paused' }, 'Try again in a minute'],
  ])('%s is said in words', (_, answer, said) => {
    expect(addressBarLines('020 7946 0202', answer, false).first).toContain(said);
  });

  it('each who may be meant has a line: level in words, number, how they were found, and nothing else', () => {
    const { others } = addressBarLines('020 7946 0202', several, false);
    expect(others.map(({ description }) => description)).toEqual([
      'Call with #202: At risk, found by phone',
      'Call with #318: OK, found by phone, customer number',
    ]);
  });

  it('those called the same are told apart by how their account numbers end, unless strangers can see the screen', () => {
    const [first] = several.state === 'read' ? several.candidates : [];
    if (!first) throw new Error('two of them');
    const alike = read({ candidates: [{ ...first, storeName: 'Vera Holm', accountEnd: '4711' }] });
    const line = (isPrivate: boolean) => addressBarLines('020', alike, isPrivate).others[0]?.description;
    expect(line(false)).toBe(
      'Call with Vera Holm #202, account number ending in 4711: At risk, found by phone',
    );
    expect(line(true)).toBe('Call with #202: found by phone');
  });

  it('while strangers can see the screen the level stays unsaid', () => {
    for (const answer of [read(), several]) {
      const { first, others } = addressBarLines('020 7946 0202', answer, true);
      const all = [first, ...others.map(({ description }) => description)].join(' ');
      expect(all).toContain('#202: found by phone');
      expect(all).not.toMatch(/At risk|OK/);
    }
  });

  it('before anything is typed it says what can be', () => {
    expect(addressBarLines(' ', { state: 'unreadable' }, false)).toEqual({
      first: expect.stringContaining('type a phone number'),
      others: [],
    });
  });
});

describe('what comes back with Enter', () => {
  it('is the one who was picked, with what was typed', () => {
    const [first] = addressBarLines(' 020 7946 0202 ', several, false).others;
    expect(readAddressBar(first?.content ?? '')).toEqual({ text: '020 7946 0202', cardNumber: 202 });
  });

  it('is nobody’s pick where it was only typed, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.string().filter((typed) => !typed.includes('\u2192')),
        (typed) => {
          expect(readAddressBar(typed)).toEqual({ text: typed.trim(), cardNumber: null });
        },
      ),
    );
  });
});

it('text never ends as markup in the browser’s own lines, and reads as it was', () => {
  const characters = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const;
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'&<>"\'; alt') }), (text) => {
      const xml = asXml(text);
      expect(xml).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|apos;)/);
      const back = xml.replace(/&(\w+);/g, (_, name: keyof typeof characters) => characters[name]);
      expect(back).toBe(text);
    }),
  );
});
