import { z } from 'zod';
import { approvalAnswers, approvalStates, LONGEST_WHY } from '@/lib/domain/approval';
import { riskLevels } from '@/lib/domain/card';
import { noteCustomerSchema } from '@/lib/domain/note';
import { roomKinds } from '@/lib/domain/offer-room';

const instant = z.iso.datetime({ offset: true });
const line = z.string().max(LONGEST_WHY);

/** `POST /v1/approvals`: may I give this? Sent any number of times under one id, it is asked once. */
export const approvalRequestSchema = z.object({
  id: z.uuidv7(),
  noteId: z.uuid(),
  customer: noteCustomerSchema,
  actionCode: z.string().min(1).max(60),
  amountMinor: z.int().nonnegative().max(1_000_000_000),
  why: line.trim().min(1),
});
export type ApprovalRequest = z.infer<typeof approvalRequestSchema>;

/** What became of a question, for who asked it. */
export const approvalSchema = z.object({
  id: z.uuid(),
  noteId: z.uuid(),
  actionCode: z.string(),
  amountMinor: z.int().nonnegative(),
  why: z.string(),
  askedAt: instant,
  /** the store's clock, on which whose turn it is goes by */
  now: instant,
  turnSeconds: z.int().positive(),
  /** by name, in the order in which they are asked */
  people: z.array(z.string()),
  state: z.enum(approvalStates),
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  /** what they said with it */
  answer: z.string(),
});
export type Approval = z.infer<typeof approvalSchema>;

/** How many of what was given before are told one by one. */
export const MOST_GIVEN = 3;
/** How many of the promises that are late are told one by one. */
export const MOST_LATE = 3;

/** What it takes to decide in the seconds that there are: the store's word, never the computer's that asks. */
export const approvalFactsSchema = z.object({
  level: z.enum(riskLevels),
  tier: z.string().nullable(),
  complaintOpen: z.boolean(),
  /** what was promised, and isn't done: by when it still may be, and what is late */
  promises: z.object({
    due: z.int().nonnegative(),
    broken: z.int().nonnegative(),
    /** what is late, the longest first; a store older than that says nothing */
    late: z
      .array(z.object({ what: z.string(), dueOn: z.iso.date() }))
      .max(MOST_LATE)
      .default([]),
  }),
  /** since when the most urgent open case is overdue; null where none is, or a store older than that */
  caseOverdueSince: instant.nullable().default(null),
  given: z.object({
    /** by anybody's leave, in so many days */
    minor: z.int().nonnegative(),
    days: z.int().positive(),
    /** the newest first */
    last: z
      .array(z.object({ actionCode: z.string(), amountMinor: z.int().nonnegative().nullable(), at: instant }))
      .max(MOST_GIVEN),
  }),
  /** what the rep could give here by their own leave, before what isn't saved of the call: the narrowest of their limits */
  room: z.object({ left: z.int().nonnegative(), of: z.int().nonnegative(), by: z.enum(roomKinds) }),
});
export type ApprovalFacts = z.infer<typeof approvalFactsSchema>;

/** A question that waits for an answer, for who may give it. */
export const waitingApprovalSchema = approvalSchema.extend({
  askedBy: z.object({ name: z.string(), team: z.string() }),
  /** as the organisation's own file spells it; empty where it has none */
  customerName: z.string(),
  cardNumber: z.int().positive().nullable(),
  /** a store older than that says nothing */
  facts: approvalFactsSchema.nullable().default(null),
});
export type WaitingApproval = z.infer<typeof waitingApprovalSchema>;

/** `GET /v1/approvals`: what waits for whoever asks, the oldest first. */
export const waitingApprovalsSchema = z.object({ approvals: z.array(waitingApprovalSchema) });

/** `POST /v1/approvals/{id}/answer`. */
export const approvalAnswerSchema = z.object({ answer: z.enum(approvalAnswers), line: line.trim() });

/** Exactly one answer counts. `counted` is false for one that came after another's, or too late. */
export const approvalAnsweredSchema = z.object({ counted: z.boolean(), approval: approvalSchema });
export type ApprovalAnswered = z.infer<typeof approvalAnsweredSchema>;

/** `GET /v1/offers/today`: what whoever asks has given by their own leave today, in notes that are in the store. */
export const offersTodaySchema = z.object({ givenMinor: z.int().nonnegative() });
