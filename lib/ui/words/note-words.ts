import type { ClockUnit } from '@/lib/domain/complaint-clock';
import type { NoteContent } from '@/lib/domain/note';
import type { Requirable } from '@/lib/domain/organisation-rules';
import { inLanguage } from '@/lib/platform/language';
import { plural } from '../format';
import { emotionEn } from './emotion-words';
import { noteEs } from './es/note-words';

type Loss = NonNullable<NoteContent['lossOf']>;

/** What the note says beside its first fields: complaint, promise guard, wrap-up, text for the CRM. */
export const noteEn = {
  mostUsed: 'Often called about',
  rootReason: 'Behind it',
  behind: (reason: string) => `Behind it: ${reason}`,
  rootHint: 'What really went wrong. It may come later.',
  lossOf: 'Whose loss',
  losses: { customer: 'Theirs', others: 'Theirs and others’', nobody: 'Nobody’s' } satisfies Record<
    Loss,
    string
  >,
  emotion: 'Sounded',
  emotions: emotionEn,
  complaintStays: 'Their complaint stays open. If it is settled too, tick Complaint.',
  more: 'More to say',
  moreSet: (n: number) => `More to say (${n} set)`,
  dispute: 'They dispute what we say is owed or agreed',
  support: 'Needs support',
  supportHint: 'Only this tick. Don’t write down why.',
  followUp: 'Follow up on',
  followUpDay: 'About that day',
  followUpOn: (day: string) => `Follow-up on ${day}`,

  rules: 'Rules',
  rulesLabel: 'Complaint rules',
  step: (name: string, day: string) => `${name} until the end of ${day}`,
  stepLong: (name: string, length: string) => `${name} within ${length}`,
  fromCall: 'counted from the call',
  units: {
    'business-days': (n: number) => plural(n, 'working day', 'working days'),
    days: (n: number) => plural(n, 'day', 'days'),
    weeks: (n: number) => plural(n, 'week', 'weeks'),
  } satisfies Record<ClockUnit, (n: number) => string>,
  unchecked: 'Not confirmed for your company yet.',

  guard: {
    label: 'Before you promise',
    openBroken: (what: string, day: string) => `${what}, promised for ${day}, is not done: name it first.`,
    openDue: (what: string, day: string) => `${what} is already promised for ${day}.`,
    both: 'Promise both',
    bothOf: (open: string, what: string) => `${open}, and ${what}`,
    dayOff: (day: string) => `Nobody works on ${day}.`,
    past: (day: string) => `${day} has passed.`,
    overLimit: (money: string, limit: string) =>
      `${money} is more than the ${limit} you may give in one call.`,
    overOffers: (money: string, limit: string) =>
      `With the offers this makes ${money}: more than the ${limit} you may give in one call.`,
    ask: 'Ask for approval before you promise it.',
    waiting: 'Waiting for an answer.',
    granted: 'Granted: tap Offer first.',
    refused: (by: string, at: string) => `Refused by ${by}, at ${at}.`,
    instead: 'Promise less, offer what you may give yourself, or promise a call back.',
    askNow: 'Ask for approval…',
    make: (money: string) => `Make it ${money}`,
  },

  likely: 'Often promised',
  callBack: 'Call back',

  assembled: 'Put together from what you tapped. Change what you like, then wrap up once more.',
  missing: (fields: string) => `Still needed: ${fields}.`,
  fields: {
    caller: 'who called',
    contactReason: 'what they called about',
    reasons: 'what they are unhappy with',
    severity: 'how bad it is',
    outcome: 'the outcome',
  } satisfies Record<Requirable, string>,
  and: (parts: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts),
  leave: 'Leave it unfinished',
  wrapped: (name: string) => `Note on ${name}:`,
  cancel: 'Cancel',
  cancelled: (name: string) => `Your changes to the note on ${name} are dropped.`,
  goOn: 'Go on editing',
  undo: 'Undo',
  undoLong: (name: string) => `Undo: go on with the note on ${name}`,

  crm: {
    menu: 'For the CRM',
    copy: 'Copy as text',
    put: 'Put into the CRM…',
    copied: 'Copied. Paste it where you need it.',
    notCopied: 'The browser did not let Heed copy. Select the text and copy it yourself.',
    title: 'Put this note into the CRM?',
    into: 'Field',
    noLabel: 'the CRM’s field for notes',
    behind: 'It goes behind what stands there already.',
    text: 'Text',
    fill: 'Put it there',
    filled: (field: string) => `It stands in “${field}”. Nothing was sent: saving it there is yours.`,
    none: 'Heed knows no field for notes on this page, or the page shows someone else. Copy the text instead.',
    gone: 'The field is not there any more. Nothing was put anywhere.',
    undone: 'What stood there before is back.',
    changed: 'It was changed since, so Heed leaves it as it is.',
    close: 'Close',
    cancel: 'Cancel',
  },
} as const;

export const noteWords = inLanguage(noteEn, noteEs);
