import { z } from 'zod';
import { identifierSchema } from './identifier';

export const callers = ['unverified', 'customer', 'authorised', 'other'] as const;
export type Caller = (typeof callers)[number];

/** Who rang whom. In outreach the customer is told why at once, asked whether now is good, and sold nothing. */
export const directions = ['inbound', 'outreach'] as const;
export type Direction = (typeof directions)[number];

export const severities = ['low', 'medium', 'high'] as const;
/** What the rep hears, by the rep's own tap: never worked out from a voice. */
export const emotions = ['angry', 'anxious', 'disappointed', 'confused', 'resigned', 'calm'] as const;
export type Emotion = (typeof emotions)[number];
/** Who lost by what went wrong. `others`: somebody with them, a household or a business. */
export const lossBearers = ['customer', 'others', 'nobody'] as const;
export const outcomes = ['resolved', 'follow-up', 'not-resolved'] as const;
export const offerStates = ['offered', 'declined', 'accepted', 'done'] as const;

export const offerSchema = z.object({
  id: z.uuid(),
  actionCode: z.string().min(1).max(60),
  /** minor units of the organisation's currency; null for what costs no money */
  amountMinor: z.int().nonnegative().nullable(),
  state: z.enum(offerStates),
  /** the other system's number for what was done */
  reference: z.string().max(100),
  /** who does it when it isn't done in the call */
  taskOwner: z.string().max(100),
  at: z.iso.datetime({ offset: true }),
  /** the approval that lets the rep give it; a note of before there were any names none */
  approvalId: z.uuid().nullable().default(null),
});
export type Offer = z.infer<typeof offerSchema>;

/** What the forms take, and nothing else is taken for a note. */
export const LONGEST_PROMISE = 500;
export const LONGEST_SUMMARY = 20_000;
export const MOST_REASONS = 5;

export const promiseSchema = z.object({
  what: z.string().max(LONGEST_PROMISE),
  dueOn: z.iso.date(),
  by: z.string().max(100),
});

/** What a call note says. Everything may be empty: OK and unknown customers need no field. */
export const noteContentSchema = z.object({
  caller: z.enum(callers),
  contactReason: z.string().max(60).nullable(),
  summary: z.string().max(LONGEST_SUMMARY),
  /** reason codes, as the customer first stated them */
  reasons: z.array(z.string().max(60)).max(MOST_REASONS),
  /** the reason code behind those, which may come later; with the next ones: notes of before these were asked say nothing */
  rootReason: z.string().max(60).nullable().default(null),
  severity: z.enum(severities).nullable(),
  lossOf: z.enum(lossBearers).nullable().default(null),
  emotion: z.enum(emotions).nullable().default(null),
  complaint: z.boolean(),
  /** whose rules its clock runs by: a code of the organisation's jurisdictions */
  jurisdiction: z.string().max(60).nullable().default(null),
  /** they contest what we say is owed or agreed: no retention offer while that is open */
  dispute: z.boolean().default(false),
  /** coded only: why is nobody's business here */
  supportNeeded: z.boolean().default(false),
  promise: promiseSchema.nullable(),
  offers: z.array(offerSchema).max(20),
  outcome: z.enum(outcomes).nullable(),
  followUpOn: z.iso.date().nullable().default(null),
});
export type NoteContent = z.infer<typeof noteContentSchema>;

/** Whom a note is about: the card's number, or what the page showed where there is no card yet. */
export const noteCustomerSchema = z.object({
  cardNumber: z.int().positive().nullable(),
  identifiers: z.array(identifierSchema).max(20),
});
export type NoteCustomer = z.infer<typeof noteCustomerSchema>;

/** Nothing says yet whom the note is about: there is nothing that it could be saved by. */
export function isAboutNobody({ cardNumber, identifiers }: NoteCustomer): boolean {
  return cardNumber === null && identifiers.length === 0;
}

/** A correction of a wrong record: the note was about `from` and was moved, by a person, to `to`. */
export const noteMoveSchema = z.object({
  from: noteCustomerSchema,
  to: noteCustomerSchema,
  at: z.iso.datetime({ offset: true }),
});
export type NoteMove = z.infer<typeof noteMoveSchema>;

/** A finished note, as it goes to the store. */
export const noteSchema = z.object({
  noteId: z.uuid(),
  direction: z.enum(directions).default('inbound'),
  customer: noteCustomerSchema,
  content: noteContentSchema,
  startedAt: z.iso.datetime({ offset: true }),
  endedAt: z.iso.datetime({ offset: true }),
  moves: z.array(noteMoveSchema).max(20),
  /**
   * The reasons that were suggested while it was written; null where nobody knows. What was suggested feeds itself: only
   * notes without a suggestion, and those that went against one, teach.
   */
  suggested: z.array(z.string().max(60)).max(20).nullable().default(null),
});
export type Note = z.infer<typeof noteSchema>;
