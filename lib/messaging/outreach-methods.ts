import { z } from 'zod';
import { cardSchema } from '@/lib/domain/card';
import { outreachOutcomes } from '@/lib/domain/outreach';
import { outreachEntrySchema } from '@/lib/protocol/outreach';
import { sidebar, tab } from './callers';
import { method, ok } from './rpc-method';

const instant = z.string();

/** Whom this rep calls in a quiet hour, as it stands now. */
export const outreachViewSchema = z.discriminatedUnion('state', [
  /** nobody was asked for */
  z.object({ state: z.literal('idle') }),
  /** the store can't be reached: the list is nowhere else */
  z.object({ state: z.literal('offline') }),
  z.object({
    state: z.literal('none'),
    why: z.enum(['hours', 'later', 'empty', 'pace']),
    at: instant.nullable(),
  }),
  z.object({
    state: z.literal('one'),
    entry: outreachEntrySchema,
    card: cardSchema.nullable(),
    /** the note of the call to them, once it has begun */
    noteId: z.uuid().nullable(),
    /** what the call came to; `nextAt` is null where it is over, or as long as the store hasn't heard it */
    told: z
      .object({ outcome: z.enum(outreachOutcomes), heard: z.boolean(), nextAt: instant.nullable() })
      .nullable(),
  }),
]);
export type OutreachView = z.infer<typeof outreachViewSchema>;

export const outreachMethods = {
  'outreach.state': method({ from: sidebar, input: z.object({}), output: outreachViewSchema }),
  'outreach.next': method({ from: sidebar, input: z.object({}), output: outreachViewSchema }),
  /** begins the call, once the store has said that they may still be called */
  'outreach.begin': method({
    from: sidebar,
    input: z.object({ ...tab, noteId: z.uuid() }),
    output: z.object({ begun: z.boolean() }),
  }),
  'outreach.result': method({
    from: sidebar,
    input: z.object({ outcome: z.enum(outreachOutcomes), callBackAt: z.iso.datetime().nullable() }),
    output: ok,
  }),
  /** how many results that waited on this computer the store wouldn't take */
  'outreach.refused': method({
    from: sidebar,
    input: z.object({}),
    output: z.object({ refused: z.int().nonnegative() }),
  }),
  'outreach.putAway': method({ from: sidebar, input: z.object({}), output: ok }),
  'outreach.giveBack': method({ from: sidebar, input: z.object({}), output: ok }),
} as const;
