import { z } from 'zod';
import { method, ok } from './rpc-method';
import { ringSlotSchema } from './sidebar-view';

/** What a click on the button in the toolbar does: `find` shows the search, `panel` the browser's own sidebar at once. */
export const toolbarClickSchema = z.enum(['find', 'panel']);
export type ToolbarClick = z.infer<typeof toolbarClickSchema>;

/** Whom a text may mean, as a ring would show it; nothing rings by asking. */
export const lookupAnswerSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed-out') }),
  /** no phone number, e-mail address or account number can be read in it */
  z.object({ state: z.literal('unreadable') }),
  /** more was asked for in this minute than a rep can look up */
  z.object({ state: z.literal('paused') }),
  z.object({ state: z.literal('read'), ...ringSlotSchema.omit({ id: true, at: true }).shape }),
]);
export type LookupAnswer = z.infer<typeof lookupAnswerSchema>;

/** What the toolbar's popup needs to know before anybody is looked for: counts and states, nothing of a customer. */
export const lookupViewSchema = z.object({
  account: z.enum(['signed-out', 'expired', 'signed-in']),
  /** keys are here, so customers can be looked up */
  unlocked: z.boolean(),
  /** the book is on its way: who isn't found may still come */
  coming: z.boolean(),
  unsent: z.int(),
  /** whose call is parked by choosing another; null where none is on */
  call: z.string().nullable(),
  /** who rings and wasn't asked about yet */
  rings: z.array(ringSlotSchema).max(5),
});
export type LookupView = z.infer<typeof lookupViewSchema>;

/** Looking up from anywhere: the toolbar's popup. The address bar asks the background itself. */
export const lookupMethods = {
  'lookup.view': method({ from: ['popup'], input: z.object({}), output: lookupViewSchema }),
  'lookup.find': method({
    from: ['popup'],
    input: z.object({ text: z.string().max(400) }),
    output: lookupAnswerSchema,
  }),
  /** rings with this text and begins the call with one of those whom it may mean, or with a new caller (null) */
  'lookup.begin': method({
    from: ['popup'],
    input: z.object({
      text: z.string().max(400),
      noteId: z.uuid(),
      cardNumber: z.int().positive().nullable(),
    }),
    output: ok,
  }),
  'toolbar.click': method({
    from: ['page', 'popup'],
    input: z.object({}),
    output: z.object({ click: toolbarClickSchema }),
  }),
  'toolbar.setClick': method({ from: ['page'], input: z.object({ click: toolbarClickSchema }), output: ok }),
} as const;
