import { z } from 'zod';
import { rawIdentifierSchema } from '@/lib/domain/identifier';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { method } from './rpc-method';
import { teachMemorySchema } from './teach-methods';

/** What the script that learns from an answer hands back. */
export const learnedSchema = z
  .object({ memory: teachMemorySchema, adapter: adapterSchema.nullable() })
  .nullable();

/** A person has answered who the customer on a page is. The script that learns from it asks; it can't answer itself. */
export const learnMethods = {
  /** null unless the background has just put that script there */
  'learn.load': method({
    from: ['content'],
    input: z.object({}),
    output: z
      .object({ memory: teachMemorySchema.nullable(), customer: z.array(rawIdentifierSchema).max(20) })
      .nullable(),
  }),
} as const;
