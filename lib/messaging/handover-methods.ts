import { z } from 'zod';
import { LONGEST_ASK } from '@/lib/domain/handover';
import { callers } from '@/lib/domain/note';
import { colleaguesSchema, handoverSchema, handoverToSchema } from '@/lib/protocol/handover';
import { sidebar, tab } from './callers';
import { method, ok } from './rpc-method';

/** A handover as a sidebar shows it; words are null as long as they may not be read. */
export const shownHandoverSchema = handoverSchema.extend({
  ask: z.string().nullable(),
  content: handoverSchema.shape.content.nullable(),
});
export type ShownHandover = z.infer<typeof shownHandoverSchema>;

/** What became of a handover: `unsent` waits on this computer, `refused` is here for its giver. */
export const givenAwaySchema = z.object({
  handoverId: z.uuid(),
  /** the customer's, as the giver's page spelled it */
  name: z.string(),
  /** empty where this computer doesn't know any more to whom */
  to: z.string(),
  givenAt: z.string(),
  state: z.enum(['unsent', 'refused', 'waiting', 'taken']),
  takenBy: z.string().nullable(),
});
export type GivenAway = z.infer<typeof givenAwaySchema>;

/** Half-written notes that go from rep to rep. */
export const handoverMethods = {
  'colleagues.list': method({
    from: sidebar,
    input: z.object({}),
    /** null: the store can't be reached, and wasn't asked before */
    output: z.object({ colleagues: colleaguesSchema.nullable() }),
  }),
  /** the note goes to somebody else, with what it says so far; the call is over here */
  'handover.give': method({
    from: sidebar,
    input: z.object({
      noteId: z.uuid(),
      rev: z.int().nonnegative(),
      to: handoverToSchema,
      /** what the colleague is called, to tell who has it */
      toName: z.string().max(300),
      ask: z.string().max(LONGEST_ASK),
      onLine: z.boolean(),
    }),
    output: ok,
  }),
  /** what is handed over of this call's customer, or the page's; `caller`: who is on the line, as the rep sees it now */
  'handover.list': method({
    from: sidebar,
    input: z.object({ ...tab, caller: z.enum(callers) }),
    output: z.object({ handovers: z.array(shownHandoverSchema) }),
  }),
  /** it becomes the reader's own draft, and this call */
  'handover.take': method({ from: sidebar, input: z.object({ ...tab, handoverId: z.uuid() }), output: ok }),
  /** what the reader gave and what became of it; what nobody took in time comes back by itself */
  'handover.given': method({
    from: sidebar,
    input: z.object({}),
    output: z.object({ given: z.array(givenAwaySchema) }),
  }),
  /** the giver's own again, if nobody has taken it */
  'handover.takeBack': method({ from: sidebar, input: z.object({ handoverId: z.uuid() }), output: ok }),
  /** the giver has read who took it */
  'handover.close': method({ from: sidebar, input: z.object({ handoverId: z.uuid() }), output: ok }),
} as const;
