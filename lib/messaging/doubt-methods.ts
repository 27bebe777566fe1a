import { z } from 'zod';
import { doubtSchema } from '@/lib/domain/doubt';
import { sidebar, tab } from './callers';
import { method, ok } from './rpc-method';

/** "This looks wrong because…": word to a supervisor, by the way that notes go. */
export const doubtMethods = {
  /** about the customer on this page or of this call; on disk when it answers. The same id again changes nothing */
  'doubt.report': method({
    from: sidebar,
    input: z.object({ ...tab, id: z.uuid(), doubt: doubtSchema }),
    output: ok,
  }),
  /** takes it back, until it has left this computer */
  'doubt.withdraw': method({
    from: sidebar,
    input: z.object({ id: z.string().max(100) }),
    output: z.object({ withdrawn: z.boolean() }),
  }),
} as const;
