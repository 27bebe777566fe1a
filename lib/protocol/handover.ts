import { z } from 'zod';
import { LONGEST_ASK } from '@/lib/domain/handover';
import { noteContentSchema, noteCustomerSchema, noteSchema } from '@/lib/domain/note';

const instant = z.iso.datetime({ offset: true });

/** Whom a half-written note goes to: whoever of the giver's team opens the customer next, or one person. */
export const handoverToSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('team') }),
  z.object({ kind: z.literal('colleague'), userId: z.string().min(1).max(100) }),
]);
export type HandoverTo = z.infer<typeof handoverToSchema>;

/**
 * A half-written note on its way to somebody else. `noteId` is the handover's own: the note that becomes of it has it,
 * whether another takes it or its giver takes it back, so that it can be stored once.
 */
export const givenNoteSchema = noteSchema.omit({ endedAt: true, suggested: true }).extend({
  to: handoverToSchema,
  ask: z.string().max(LONGEST_ASK),
  /** the customer is on the line, and the giver puts them through */
  onLine: z.boolean(),
  /** business time, as the giver's computer has it */
  givenAt: instant,
});
export type GivenNote = z.infer<typeof givenNoteSchema>;

/** A handover as who may take it reads it. */
export const handoverSchema = z.object({
  handoverId: z.uuid(),
  /** who gives it, by name; `mine`: the reader does */
  by: z.string(),
  mine: z.boolean(),
  to: z.object({ kind: z.enum(['team', 'colleague']), name: z.string() }),
  givenAt: instant,
  expiresAt: instant,
  /** the giver had marked the caller as one who may hear of the account */
  verified: z.boolean(),
  onLine: z.boolean(),
  ask: z.string(),
  content: noteContentSchema,
  direction: noteSchema.shape.direction,
  startedAt: instant,
  /** the reader has taken it before, and hasn't finished the note */
  taken: z.boolean(),
});
export type Handover = z.infer<typeof handoverSchema>;

/** `POST /v1/handovers/find`: what is handed over of this customer to the reader, or by them. */
export const findHandoversSchema = z.object({ customer: noteCustomerSchema });
export const handoversSchema = z.object({ handovers: z.array(handoverSchema).max(20) });

/** `POST /v1/handovers/{take,withdraw,close}` */
export const handoverIdSchema = z.object({ handoverId: z.uuid() });
/** What a taker, or a giver who takes it back, goes on with. */
export const takenNoteSchema = z.object({
  handover: handoverSchema,
  customer: noteCustomerSchema,
  moves: noteSchema.shape.moves,
});
export type TakenNote = z.infer<typeof takenNoteSchema>;

/** `GET /v1/handovers/mine`: what became of those that the reader gave. */
export const givenSchema = z.object({
  handoverId: z.uuid(),
  cardNumber: z.int().positive().nullable(),
  to: z.object({ kind: z.enum(['team', 'colleague']), name: z.string() }),
  givenAt: instant,
  /** `expired`: nobody took it in time, and nobody can any more but its giver */
  state: z.enum(['waiting', 'expired', 'withdrawn', 'taken']),
  takenBy: z.string().nullable(),
  /** the giver had marked the caller as one who may hear of the account; an older store doesn't say */
  verified: z.boolean().default(false),
});
export const givenListSchema = z.object({ given: z.array(givenSchema).max(100) });
export type Given = z.infer<typeof givenSchema>;

/** `GET /v1/colleagues`: whom something can be handed to, by name and team alone. */
export const colleaguesSchema = z.object({
  team: z.string(),
  colleagues: z.array(z.object({ id: z.string(), name: z.string(), team: z.string() })).max(10_000),
});
export type Colleagues = z.infer<typeof colleaguesSchema>;
