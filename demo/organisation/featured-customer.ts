import type { NoteContent } from '@/lib/domain/note';
import { DAY, HOUR, MINUTE } from '@/lib/platform/clock';
import type { GeneratedCustomer, GeneratedNote, GeneratedPromise, GeneratedResponse } from './generated';
import type { Random } from './random';
import { seededId } from './seeded-id';

export const FEATURED_NUMBER = 'C-00202';

const content = (over: Partial<NoteContent>): NoteContent => ({
  caller: 'customer',
  contactReason: 'billed-twice',
  summary: '',
  reasons: ['billed-twice'],
  severity: 'medium',
  complaint: false,
  promise: null,
  offers: [],
  outcome: 'not-resolved',
  ...over,
});

/**
 * The customer whom the demo opens first: Gold, six years with us, three contacts about one wrong bill in 40 days, a
 * refund promised and not done, and a 4 some twelve days ago.
 */
export function makeFeaturedCustomer(start: Date, customerId: string, random: Random): GeneratedCustomer {
  const ago = (days: number, hour: number, minute = 0) =>
    new Date(start.getTime() - days * DAY + hour * HOUR + minute * MINUTE);
  const id = (at: Date) => seededId(at, random);
  const refund: GeneratedPromise = {
    id: id(ago(29, 14)),
    what: 'Refund of €18.00, charged twice in October',
    dueOn: ago(19, 0).toISOString().slice(0, 10),
    by: 'Billing',
    state: 'due',
  };
  const note = (
    at: Date,
    author: number,
    what: Partial<NoteContent>,
    promise: GeneratedPromise | null = null,
  ) =>
    ({
      id: id(at),
      author,
      startedAt: at,
      endedAt: new Date(at.getTime() + 11 * MINUTE),
      content: content({
        ...what,
        promise: promise && { what: promise.what, dueOn: promise.dueOn, by: promise.by },
      }),
      promise,
    }) satisfies GeneratedNote;
  const answer = (at: Date, score: number, verbatim: string) =>
    ({
      id: id(at),
      score,
      verbatim,
      at,
      kind: 'relational',
      mode: 'email',
      confidentiality: 'attributable',
      about: null,
    }) satisfies GeneratedResponse;
  return {
    id: customerId,
    number: FEATURED_NUMBER,
    name: 'Marta Kowalczyk',
    email: 'marta.kowalczyk@example.org',
    phone: '+44 20 7946 0202',
    tier: 'Gold',
    monthlyValueMinor: 6900,
    since: ago(2282, 0).toISOString().slice(0, 10),
    contract: 'monthly',
    status: 'active',
    supportNeeded: false,
    doNotContact: false,
    responses: [
      answer(ago(570, 10), 9, 'Fast, and a real person picks up the phone.'),
      answer(ago(388, 16), 8, ''),
      answer(ago(206, 11), 7, 'The connection is good. The bill is hard to read.'),
      answer(
        ago(12, 18, 20),
        4,
        'The part I can’t understand: you saw the double charge, you said so, and three weeks later my €18 are still gone. I explain it from the start every time.',
      ),
    ],
    notes: [
      note(ago(38, 9, 42), 3, {
        summary:
          'October was booked twice, €18.00. Looks like our mistake. Told her billing will look at it.',
      }),
      note(
        ago(29, 14, 5),
        4,
        {
          summary:
            'Second call about the double charge. Second booking is ours, refund requested from billing.',
          outcome: 'follow-up',
        },
        refund,
      ),
      note(ago(15, 17, 31), 2, {
        summary: 'No refund yet. She told the story again. Billing did not answer, sent them a reminder.',
        reasons: ['billed-twice', 'long-wait'],
        severity: 'high',
      }),
    ],
    cases: [{ id: id(ago(12, 19)), openedAt: ago(12, 19), dueAt: ago(10, 19), closedAt: null }],
  };
}
