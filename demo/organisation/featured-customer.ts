import { emptyNoteContent } from '@/lib/domain/empty-note';
import type { NoteContent } from '@/lib/domain/note';
import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import type { GeneratedCustomer, GeneratedNote, GeneratedPromise, GeneratedResponse } from './generated';
import type { Random } from './random';
import { seededId } from './seeded-id';

export const FEATURED_NUMBER = 'C-00202';

/** Days, hour and minute before the organisation's start. */
type Ago = (days: number, hour: number, minute?: number) => Date;
type Making = { ago: Ago; random: Random };

const isoDay = (at: Date) => at.toISOString().slice(0, 10);

const content = (over: Partial<NoteContent>): NoteContent => ({
  ...emptyNoteContent,
  caller: 'customer',
  contactReason: 'billed-twice',
  reasons: ['billed-twice'],
  severity: 'medium',
  outcome: 'not-resolved',
  ...over,
});

type NoteParts = { at: Date; author: number; content: NoteContent; promise: GeneratedPromise | null };

function makeNote({ at, ...rest }: NoteParts, random: Random): GeneratedNote {
  return { id: seededId(at, random), startedAt: at, endedAt: new Date(at.getTime() + 11 * MINUTE), ...rest };
}

function makeNotes({ ago, random }: Making): GeneratedNote[] {
  const month = ago(50, 0).toLocaleDateString('en', { month: 'long', timeZone: 'UTC' });
  const terms = {
    what: `Refund of €18.00, charged twice in ${month}`,
    dueOn: isoDay(ago(19, 0)),
    by: 'Billing',
  };
  const refund: GeneratedPromise = { id: seededId(ago(29, 14), random), ...terms, state: 'due' };
  const first = content({
    summary: `${month} was booked twice, €18.00. Looks like our mistake. Told her billing will look at it.`,
  });
  const second = content({
    summary:
      'Second call about the double charge. The second booking is ours, refund requested from billing.',
    outcome: 'follow-up',
    promise: terms,
  });
  const third = content({
    summary: 'No refund yet. She told the story again. Billing did not answer, sent them a reminder.',
    reasons: ['billed-twice', 'long-wait'],
    severity: 'high',
  });
  return [
    makeNote({ at: ago(38, 9, 42), author: 3, content: first, promise: null }, random),
    makeNote({ at: ago(29, 14, 5), author: 4, content: second, promise: refund }, random),
    makeNote({ at: ago(15, 17, 31), author: 2, content: third, promise: null }, random),
  ];
}

function makeAnswers({ ago, random }: Making): GeneratedResponse[] {
  const answers: [at: Date, score: number, verbatim: string][] = [
    [ago(570, 10), 9, 'Fast, and a real person picks up the phone.'],
    [ago(388, 16), 8, ''],
    [ago(206, 11), 7, 'The connection is good. The bill is hard to read.'],
    [
      ago(12, 18, 20),
      4,
      'The part I can’t understand: you saw the double charge, you said so, and three weeks later my €18 are still gone. I explain it from the start every time.',
    ],
  ];
  const survey = { kind: 'relational', mode: 'email', confidentiality: 'attributable', about: null } as const;
  return answers.map(([at, score, verbatim]) => ({
    id: seededId(at, random),
    at,
    score,
    verbatim,
    ...survey,
  }));
}

/**
 * The customer whom the demo opens first: Gold, six years with us, three contacts about one wrong bill in 40 days, a
 * refund promised and not done, and a 4 some twelve days ago.
 */
export function makeFeaturedCustomer(start: Date, customerId: string, random: Random): GeneratedCustomer {
  const ago: Ago = (days, hour, minute = 0) =>
    new Date(start.getTime() - days * DAY + hour * HOUR + minute * MINUTE);
  const opened = ago(12, 19);
  return {
    id: customerId,
    number: FEATURED_NUMBER,
    name: 'Marta Kowalczyk',
    email: 'marta.kowalczyk@example.org',
    phone: '+44 20 7946 0202',
    tier: 'Gold',
    monthlyValueMinor: 6900,
    since: isoDay(ago(2282, 0)),
    contract: 'monthly',
    status: 'active',
    supportNeeded: false,
    doNotContact: false,
    responses: makeAnswers({ ago, random }),
    notes: makeNotes({ ago, random }),
    cases: [{ id: seededId(opened, random), openedAt: opened, dueAt: ago(10, 19), closedAt: null }],
  };
}
