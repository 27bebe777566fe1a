import { z } from 'zod';
import { answering, sidebar, tab } from './callers';
import { method, ok } from './rpc-method';

/** Whom the note is about: begun, parked, resumed, found by a number. */
export const callMethods = {
  /** pin this page's customer as the call; parks the call there was */
  'call.begin': method({
    from: sidebar,
    input: z.object({ ...tab, noteId: z.uuid(), key: z.string().max(8000) }),
    output: ok,
  }),
  /** a number, an e-mail address or an account number that the rep typed: rings like one from the phone */
  'ring.find': method({
    from: sidebar,
    input: z.object({ text: z.string().max(400) }),
    /** false: no such thing can be read in it */
    output: z.object({ read: z.boolean() }),
  }),
  /** begins a call with one of those whom the ring may mean, or null for a new caller; parks the call there was */
  'ring.choose': method({
    from: answering,
    input: z.object({
      ...tab,
      ringId: z.uuid(),
      noteId: z.uuid(),
      cardNumber: z.int().positive().nullable(),
    }),
    output: ok,
  }),
  /** moves a note that is on to one of those whom a typed number means; who was verified is asked anew */
  'ring.move': method({
    from: sidebar,
    input: z.object({ ringId: z.uuid(), noteId: z.uuid(), cardNumber: z.int().positive().nullable() }),
    output: ok,
  }),
  /** takes the last move of a note back; both stay written down */
  'note.moveBack': method({ from: sidebar, input: z.object({ noteId: z.uuid() }), output: ok }),
  'ring.dismiss': method({ from: answering, input: z.object({ ringId: z.uuid() }), output: ok }),
  'call.resume': method({ from: sidebar, input: z.object({ noteId: z.uuid() }), output: ok }),
  'call.park': method({ from: sidebar, input: z.object({ noteId: z.uuid() }), output: ok }),
  /** throw away a note with nothing in it; refused when it says anything */
  'call.dropEmpty': method({ from: sidebar, input: z.object({ noteId: z.uuid() }), output: ok }),
} as const;
