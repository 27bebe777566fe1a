import { DAY } from '@/lib/platform/clock';
import type { Direction, NoteContent } from './note';
import type { Reason } from './reason';

/** Contacts older than that are another story. The card counts its contacts over the same days. */
export const TOLD_WINDOW_DAYS = 90;

/** What is counted of an earlier contact. Where nobody says who rang whom, the customer did. */
export type ToldNote = {
  noteId: string;
  at: string;
  author: string;
  direction?: Direction | undefined;
  content: Pick<NoteContent, 'contactReason' | 'reasons' | 'rootReason' | 'summary'>;
};

/** What they call about now, as far as it is tapped. */
export type PresentContact = Pick<NoteContent, 'contactReason' | 'reasons' | 'rootReason'>;

type Asked = {
  /** of the customer on show */
  cardNumber: number;
  /** newest notes of one customer; `mostNotes`: more than so many the store doesn't tell */
  told: { number: number; notes: readonly ToldNote[]; mostNotes: number };
  reasons: readonly Reason[];
  present: PresentContact;
  now: Date;
};

export type AlreadyTold = {
  /** what it is about: a category of the organisation's; null where no contact says */
  about: string | null;
  /** earlier contacts about that in the window */
  earlier: number;
  /** this contact's place among them, once its own reason is tapped; else null */
  ordinal: number | null;
  /** the store doesn't tell of all contacts in the window: there may be more */
  atLeast: boolean;
  /** days since the first of them, as a person counts (1 for a part of a day); the whole window where there is none */
  days: number;
  /** when they contacted us last, whatever about; null where it wasn't within the window */
  lastAt: string | null;
  /** what was written down last, whatever about and also where nobody tapped a reason: nobody has to say it again */
  last: (Pick<ToldNote, 'at' | 'author' | 'noteId'> & { text: string }) | null;
};

/** The reason of whatever has none: two contacts about “something else” are about two things. */
const CATCH_ALL = 'other';

function categoriesOf(
  { contactReason, rootReason, reasons: codes }: PresentContact,
  reasons: readonly Reason[],
) {
  // The reason that they called for first: it is what they would say it is about.
  const said = [contactReason, ...codes, rootReason];
  const found = said.flatMap((code) => reasons.find((r) => r.code === code) ?? []);
  return found.filter(({ code }) => code !== CATCH_ALL).map(({ category }) => category);
}

const newestFirst = (a: ToldNote, b: ToldNote) => Date.parse(b.at) - Date.parse(a.at);

function lastWords(notes: readonly ToldNote[]): AlreadyTold['last'] {
  const last = notes.find(({ content }) => content.summary.trim() !== '');
  return last
    ? { noteId: last.noteId, at: last.at, author: last.author, text: last.content.summary.trim() }
    : null;
}

/** How long ago the first was, in days begun. */
function daysSince(first: ToldNote | undefined, now: Date): number {
  if (!first) return TOLD_WINDOW_DAYS;
  return Math.max(1, Math.ceil((now.getTime() - Date.parse(first.at)) / DAY));
}

/**
 * What a customer should not have to say twice: how often they called about this within the window, and what they said
 * last. "This" is the category of what is tapped in the present note; before anything is, that of their newest contact.
 * Null where what the store told is of another customer.
 */
export function alreadyTold({ cardNumber, told, reasons, present, now }: Asked): AlreadyTold | null {
  if (told.number !== cardNumber) return null;
  const since = now.getTime() - TOLD_WINDOW_DAYS * DAY;
  const known = told.notes.filter(({ at }) => Date.parse(at) <= now.getTime()).sort(newestFirst);
  const theirs = known.filter(({ direction, at }) => direction !== 'outreach' && Date.parse(at) > since);
  const [tapped] = categoriesOf(present, reasons);
  const about = tapped ?? theirs.flatMap(({ content }) => categoriesOf(content, reasons))[0] ?? null;
  const isAbout = ({ content }: ToldNote) => about !== null && categoriesOf(content, reasons).includes(about);
  const counted = theirs.filter(isAbout);
  const oldest = known.at(-1);
  return {
    about,
    earlier: counted.length,
    ordinal: tapped === undefined ? null : counted.length + 1,
    atLeast: told.notes.length >= told.mostNotes && oldest !== undefined && Date.parse(oldest.at) > since,
    days: daysSince(counted.at(-1), now),
    lastAt: theirs[0]?.at ?? null,
    last: lastWords(known),
  };
}
