import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '@/lib/domain/reasons/note-features';
import { suggestReasons } from '@/lib/domain/reasons/suggest-reasons';
import { type CodedNote, trainReasons } from '@/lib/domain/reasons/train-reasons';
import { defaultReasons } from '@/server/seed/default-reasons';

const reasons = [
  { code: 'billed-twice', words: 'Billing: billed twice or wrongly' },
  { code: 'engineer-missed', words: 'Delivery: engineer did not come' },
  { code: 'slow-internet', words: 'Product: slow or unsteady connection' },
  { code: 'treated-badly', words: 'People: treatment by staff' },
];
const notes: CodedNote[] = [
  ['Nobody turned up although she took the day off', 'engineer-missed'],
  ['He waited in all day and nobody turned up', 'engineer-missed'],
  ['The technician never showed', 'engineer-missed'],
  ['Charged 40 pounds that she does not owe', 'billed-twice'],
  ['The money was taken from the account again', 'billed-twice'],
  ['The agent was rude and hung up', 'treated-badly'],
  ['Films keep buffering in the evening', 'slow-internet'],
].map(([text = '', code = '']) => ({ text, code }));
const untaught = trainReasons(reasons, []);
const taught = trainReasons(reasons, notes);

describe('a reason', () => {
  it.each([
    ['was billed twice for March', 'billed-twice'],
    ['the enginer did not come', 'engineer-missed'],
    ['connection is slow since Monday', 'slow-internet'],
  ])('is suggested by its own words before anybody coded a note: %s', (text, code) => {
    expect(suggestReasons(untaught, text)[0]?.code).toBe(code);
  });

  it.each([
    ['Again nobody turned up!', 'engineer-missed', 'turned'],
    ['they have charged me a second time, money was taken', 'billed-twice', 'taken'],
    ['RUDE on the phone', 'treated-badly', 'rude'],
    ['it’s always bufering', 'slow-internet', 'bufering'],
  ])('is learned from notes that were coded, and says by which word: %s', (text, code, word) => {
    const [first] = suggestReasons(taught, text);
    expect(first?.code).toBe(code);
    expect(first?.because).toContain(word);
  });

  it.each(['', '   ', '12 34', '!!!', '你好'])(
    'is suggested for nothing when no word is known: “%s”',
    (text) => {
      expect(suggestReasons(taught, text)).toEqual([]);
    },
  );
});

describe('a reason is worth its line', () => {
  const own = defaultReasons.map(({ code, category, label }) => ({ code, words: `${category}: ${label}` }));
  const whole = trainReasons(own, []);
  const shown = (text: string, model = whole) =>
    suggestReasons(model, text).filter(({ because }) => because.length > 0);

  it.each([
    ['I’d like to know the date', whole],
    ['please call me back', whole],
    ['date', whole],
    ['Called to ask when we are open, thank you', whole],
    ['good morning, would like to speak to someone', whole],
    ['Quisiera saber la fecha, por favor', whole],
    ['please call me back', taught],
    ['will phone again on Tuesday evening', taught],
  ])('not by words that are said in any call: %s', (text, model) => {
    expect(shown(text, model)).toEqual([]);
  });

  it.each(['rate', 'visit'])('not by an ending that it shares with another word: %s', (text) => {
    expect(shown(text)).toEqual([]);
  });

  it.each([
    ['Please call back, was billed twice and wants to know the date', 'billed-twice', 'billed'],
    ['the enginer did not come yesterday', 'engineer-missed', 'enginer'],
    ['waited an hour on the phone', 'long-wait', 'waited'],
    ['delivery is late, what is the new date', 'delivery-late', 'delivery'],
    ['wants the refund', 'refund-missing', 'refund'],
    ['had to tell it again', 'told-again', 'again'],
  ])('by what a complaint is about: %s', (text, code, word) => {
    const [first] = shown(text);
    expect(first?.code).toBe(code);
    expect(first?.because).toContain(word);
  });

  it('and never names what is said in any call beside what it is about', () => {
    expect(shown('waited an hour on the phone')[0]?.because).toEqual(['waited']);
  });
});

describe('suggestions', () => {
  it('are at most three, each once, likeliest first, with words that stand in the note', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...notes.flatMap(({ text }) => text.split(' ')), 'Zürich', '😀', '٣٤'), {
          maxLength: 30,
        }),
        (words) => {
          const text = words.join(' ');
          const said = suggestReasons(taught, text);
          expect(said.length).toBeLessThanOrEqual(3);
          expect(new Set(said.map(({ code }) => code)).size).toBe(said.length);
          const likelihoods = said.map(({ likelihood }) => likelihood);
          expect(likelihoods).toEqual([...likelihoods].sort((a, b) => b - a));
          for (const word of said.flatMap(({ because }) => because))
            expect(text.toLowerCase()).toContain(word);
        },
      ),
    );
  });

  it('are the same each time that they are learned', () => {
    expect(trainReasons(reasons, notes)).toEqual(taught);
  });

  it('leave out notes whose reason is in the list no more', () => {
    expect(trainReasons(reasons, [...notes, { text: 'gone', code: 'gone' }])).toEqual(taught);
  });

  it('can’t be learned without a reason', () => {
    expect(() => trainReasons([], notes)).toThrow('There are no reasons to suggest');
  });
});

describe('what is learned of customers', () => {
  const about = (names: string[]) =>
    names.map((customer) => ({ customer, code: 'engineer-missed', text: 'Mrs Featherstonehaugh waited' }));
  const learned = (coded: CodedNote[]) => [...trainReasons(reasons, coded).vocabulary.ids.keys()].join('\n');

  it('is no word that fewer than five of them stand behind, in whole or in letters', () => {
    const four = about(['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd']);
    expect(learned(four)).not.toMatch(/feather|haugh/);
    expect(learned(about(['a', 'b', 'c', 'd', 'e']))).toMatch(/feather/);
    expect(learned(four)).toContain('words:engineer');
  });

  it.each([
    'mail ana.lind@example.org',
    'ana.lind @example.org',
    'order AB12345 late',
    'R00002',
    'lind1985 called',
  ])('is no address and no key: %s', (text) => {
    expect(wordsOf(text).join(' ')).not.toMatch(/ana|lind|example|ab|r0/);
  });

  it.each(['4g', 'wifi6', '24h', '30 minutes', '15min'])('is still what numbers are of: %s', (text) => {
    expect(wordsOf(text).join(' ')).toBe(text.replace(/\d+/g, '0'));
  });
});
