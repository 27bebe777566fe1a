import { z } from 'zod';
import { approvalAnswers, LONGEST_WHY } from '@/lib/domain/approval';
import { approvalAnsweredSchema, approvalSchema, waitingApprovalsSchema } from '@/lib/protocol/approval';
import { answering, sidebar } from './callers';
import { method, ok } from './rpc-method';

const ofNote = z.object({ noteId: z.uuid() });

/** What a rep asked for in a call, and what became of it as far as this computer knows. */
export const askedSchema = z.object({
  approvalId: z.uuid(),
  noteId: z.uuid(),
  actionCode: z.string().min(1).max(60),
  amountMinor: z.int().nonnegative(),
  why: z.string().max(LONGEST_WHY),
  /** as the store told it last; null where it never answered: it may or may not have been asked */
  approval: approvalSchema.nullable(),
  /** when that was (real time) */
  at: z.string(),
  /** the store answered when it was asked last */
  reached: z.boolean(),
});
export type Asked = z.infer<typeof askedSchema>;

const asked = z.object({ asked: askedSchema.nullable() });

/** Asking a supervisor for more than one's limit, and answering. */
export const approvalMethods = {
  /** about the customer of this note. Sent again under the same id, it is asked once */
  'approval.ask': method({
    from: sidebar,
    input: askedSchema.pick({
      approvalId: true,
      noteId: true,
      actionCode: true,
      amountMinor: true,
      why: true,
    }),
    output: asked,
  }),
  /** what was asked last in this call, with the store asked anew while it waits */
  'approval.state': method({ from: sidebar, input: ofNote, output: asked }),
  'approval.withdraw': method({ from: sidebar, input: ofNote, output: asked }),
  /** the rep has read how it ended */
  'approval.putAway': method({ from: sidebar, input: ofNote, output: ok }),
  /** what the rep gave today in other calls; null where the store can't say */
  'offers.today': method({
    from: sidebar,
    input: ofNote.partial(),
    output: z.object({ givenMinor: z.int().nullable() }),
  }),
  /** how many questions wait for whoever is signed in, as far as it is known: nothing of whom they are about */
  'approvals.count': method({ from: answering, input: z.object({}), output: z.object({ waiting: z.int() }) }),
  'approvals.open': method({ from: answering, input: z.object({}), output: ok }),

  /** a frame can be covered, and an answer can't be taken back: a page of our own only */
  'approvals.list': method({
    from: ['page'],
    input: z.object({}),
    /** `userId` (`NoteUser.id`): whom they were read for, and who is to answer them */
    output: waitingApprovalsSchema.extend({ userId: z.string() }),
  }),
  /** how a question ended that was on show, for whom it was shown to */
  'approvals.read': method({
    from: ['page'],
    input: z.object({ userId: z.string(), approvalId: z.uuid() }),
    output: approvalSchema,
  }),
  'approvals.answer': method({
    from: ['page'],
    input: z.object({
      /** refused where somebody else is signed in by now */
      userId: z.string(),
      approvalId: z.uuid(),
      answer: z.enum(approvalAnswers),
      line: z.string().max(LONGEST_WHY),
    }),
    output: approvalAnsweredSchema,
  }),
} as const;
