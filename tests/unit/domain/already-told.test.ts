import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alreadyTold, type PresentContact, type ToldNote } from '@/lib/domain/already-told';
import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent } from '@/lib/domain/note';
import type { Reason } from '@/lib/domain/reason';
import { DAY } from '@/lib/platform/clock';
import { defaultReasons } from '@/server/seed/default-reasons';

const NOW = new Date('2026-11-22T12:00:00Z');
const CARD = 202;
let made = 0;

const ago = (days: number) => new Date(NOW.getTime() - Math.round(days * DAY)).toISOString();
function note(days: number, content: Partial<NoteContent>, part: Partial<ToldNote> = {}): ToldNote {
  made += 1;
  const all = { ...emptyNoteContent, ...content };
  return { noteId: `note-${made}`, at: ago(days), author: 'Rosa Lind', content: all, ...part };
}

const nothing: PresentContact = { contactReason: null, reasons: [], rootReason: null };
const tapped = (contactReason: string): PresentContact => ({ ...nothing, contactReason });

function ask(notes: ToldNote[], present: PresentContact = nothing, mostNotes = 20) {
  const told = { number: CARD, notes, mostNotes };
  return alreadyTold({ cardNumber: CARD, told, reasons: defaultReasons, present, now: NOW });
}

describe('how often they have called about this', () => {
  const billing = [
    note(14, { contactReason: 'refund-missing', summary: 'Where is the refund?' }),
    note(40, { reasons: ['billed-twice'], summary: 'Two charges.' }),
  ];

  it('says when they contacted us last, whatever about and not where we rang them', () => {
    const other = note(3, {});
    const ours = note(1, {}, { direction: 'outreach' });
    expect(ask([...billing, other, ours])?.lastAt).toBe(other.at);
    expect(ask([ours])?.lastAt).toBeNull();
  });

  it('counts the call they are in once its reason is tapped, from the first of them on', () => {
    expect(ask(billing, tapped('bill-unclear'))).toMatchObject({
      about: 'Billing',
      earlier: 2,
      ordinal: 3,
      days: 40,
      atLeast: false,
    });
  });

  it('counts what was before where nothing is tapped yet, about what they called for last', () => {
    expect(ask(billing)).toMatchObject({ about: 'Billing', earlier: 2, ordinal: null, days: 40 });
  });

  it('is about another thing as soon as another reason is tapped', () => {
    const notes = [...billing, note(3, { contactReason: 'no-connection' })];
    expect(ask(notes)).toMatchObject({ about: 'Product', earlier: 1 });
    expect(ask(notes, tapped('billed-twice'))).toMatchObject({ about: 'Billing', ordinal: 3 });
    expect(ask(notes, tapped('price-increase'))).toMatchObject({
      about: 'Price',
      earlier: 0,
      ordinal: 1,
      days: 90,
    });
  });

  it.each<[string, PresentContact, string]>([
    [
      'the contact reason before the others',
      { ...tapped('price-increase'), reasons: ['billed-twice'] },
      'Price',
    ],
    ['what they are unhappy with', { ...nothing, reasons: ['billed-twice'] }, 'Billing'],
    ['the root behind it', { ...nothing, rootReason: 'long-wait' }, 'Waiting'],
  ])('goes by %s', (_, present, about) => expect(ask([], present)).toMatchObject({ about, ordinal: 1 }));

  it('takes two contacts about “something else” for two things', () => {
    const notes = [note(2, { contactReason: 'other' }), note(9, { contactReason: 'other' })];
    expect(ask(notes, tapped('other'))).toMatchObject({ about: null, earlier: 0, ordinal: null });
  });

  it('knows no reason that the organisation has no more', () => {
    expect(ask([note(2, { contactReason: 'fax' })], tapped('telex'))).toMatchObject({
      about: null,
      earlier: 0,
      ordinal: null,
    });
  });

  it('leaves out calls that we made, days to come, and what is older than the window', () => {
    const notes = [
      note(5, { contactReason: 'billed-twice' }, { direction: 'outreach' }),
      note(-1, { contactReason: 'billed-twice' }),
      note(91, { contactReason: 'billed-twice' }),
    ];
    expect(ask(notes, tapped('billed-twice'))).toMatchObject({ earlier: 0, ordinal: 1 });
  });

  it('says “at least” where the store tells of no more notes', () => {
    const notes = Array.from({ length: 20 }, (_, i) => note(i + 1, { contactReason: 'billed-twice' }));
    expect(ask(notes)).toMatchObject({ earlier: 20, atLeast: true });
    expect(ask([...notes.slice(1), note(200, {})])).toMatchObject({ earlier: 19, atLeast: false });
  });
});

describe('what they said last', () => {
  it('is the newest note that has words, with who took it down and when, whatever about and without a reason, too', () => {
    const today = note(0.1, { summary: ' Both promised for the first. ' });
    const notes = [note(14, { contactReason: 'billed-twice', summary: 'Two charges.' }), today, note(0, {})];
    for (const present of [nothing, tapped('billed-twice')])
      expect(ask(notes, present)?.last).toEqual({
        ...{ noteId: today.noteId, at: today.at, author: 'Rosa Lind' },
        text: 'Both promised for the first.',
      });
  });

  it('is nothing where none says anything', () => {
    expect(ask([note(3, { summary: '  ' })])?.last).toBeNull();
  });
});

describe('for every history', () => {
  const codes = defaultReasons.map((r) => r.code);
  const code = fc.constantFrom(...codes, 'gone');
  const history = fc.array(
    fc.record({
      days: fc.integer({ min: -5 * 1440, max: 200 * 1440 }).map((minutes) => minutes / 1440),
      contactReason: fc.option(code),
      reasons: fc.array(code, { maxLength: 3 }),
      rootReason: fc.option(code),
      summary: fc.constantFrom('', 'Said something.'),
      direction: fc.constantFrom('inbound' as const, 'outreach' as const),
    }),
    { maxLength: 20 },
  );
  const present = fc.record({
    contactReason: fc.option(code),
    reasons: fc.array(code, { maxLength: 2 }),
    rootReason: fc.constant(null),
  });
  const toNotes = (of: { days: number; direction: 'inbound' | 'outreach' }[]) =>
    of.map(({ days, direction, ...content }) => note(days, content, { direction }));
  const categoryOf = (c: string | null) =>
    defaultReasons.find((r: Reason) => r.code === c && c !== 'other')?.category;

  it('nothing is said of one customer from another’s notes', () => {
    fc.assert(
      fc.property(history, present, fc.integer({ min: 1 }), (of, p, number) => {
        const told = { number, notes: toNotes(of), mostNotes: 20 };
        const said = alreadyTold({ cardNumber: CARD, told, reasons: defaultReasons, present: p, now: NOW });
        expect(said === null).toBe(number !== CARD);
      }),
    );
  });

  it('the count is that of their own contacts of one category in the window, and the ordinal is one more', () => {
    fc.assert(
      fc.property(history, present, (of, p) => {
        const said = ask(toNotes(of), p);
        const same = of.filter(
          ({ days, direction, contactReason, reasons, rootReason }) =>
            direction === 'inbound' &&
            days >= 0 &&
            days < 90 &&
            [contactReason, ...reasons, rootReason].some(
              (c) => categoryOf(c) && categoryOf(c) === said?.about,
            ),
        );
        expect(said?.earlier).toBe(same.length);
        const isTapped = [p.contactReason, ...p.reasons].some((c) => categoryOf(c));
        expect(said?.ordinal).toBe(isTapped ? same.length + 1 : null);
        expect(said?.days).toBeGreaterThanOrEqual(1);
        expect(said?.days).toBeLessThanOrEqual(90);
        for (const { days } of same) expect(days).toBeLessThanOrEqual(said?.days ?? 0);
      }),
    );
  });

  it('the order in which notes are told changes nothing', () => {
    fc.assert(
      fc.property(history, present, (of, p) => {
        const notes = toNotes(of.map((n, i) => ({ ...n, days: n.days + i / 1000 })));
        expect(ask([...notes].reverse(), p)).toEqual(ask(notes, p));
      }),
    );
  });
});
