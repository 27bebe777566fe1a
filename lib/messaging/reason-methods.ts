import { z } from 'zod';
import { sidebar } from './callers';
import { method } from './rpc-method';

/** Reasons that a note's words speak for. */
export const reasonMethods = {
  'reasons.suggest': method({
    from: sidebar,
    input: z.object({ noteId: z.uuid(), text: z.string().max(20_000) }),
    /** likeliest first; `because`: words of the note that spoke for it */
    output: z.object({
      reasons: z.array(z.object({ code: z.string(), because: z.array(z.string()).max(2) })).max(3),
    }),
  }),
} as const;
