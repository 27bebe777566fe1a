import { z } from 'zod';
import { LONGEST_SIGNAL, signalKinds } from '@/lib/domain/signal';
import { sidebar } from './callers';
import { method, ok } from './rpc-method';

export const signalStateSchema = z.object({
  /** `elsewhere`: this month's token is on another computer; `not-yet`: the store couldn't be asked for one so far */
  nameless: z.enum(['ready', 'elsewhere', 'not-yet']),
  /** how many the store wouldn't take; they are here until a person throws them away */
  refused: z.int().nonnegative(),
});
export type SignalState = z.infer<typeof signalStateSchema>;

export const signalMethods = {
  'signal.state': method({ from: sidebar, input: z.object({}), output: signalStateSchema }),
  'signal.give': method({
    from: sidebar,
    input: z.object({
      kind: z.enum(signalKinds),
      line: z.string().trim().min(1).max(LONGEST_SIGNAL),
      withName: z.boolean(),
    }),
    /** by which it can be taken back, as long as it is here */
    output: z.object({ id: z.uuid() }),
  }),
  'signal.takeBack': method({
    from: sidebar,
    input: z.object({ id: z.uuid() }),
    output: z.object({ taken: z.boolean() }),
  }),
  'signal.throwAway': method({ from: sidebar, input: z.object({}), output: ok }),
} as const;
