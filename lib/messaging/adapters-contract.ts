import { z } from 'zod';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';

const ok = z.object({});

/** The CRMs that Heed can read, in the options. */
export const adaptersContract = {
  'adapters.list': {
    from: ['page'] as const,
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        from: z.enum(['own', 'organisation', 'built-in']),
        evidence: z.enum(['live', 'captured', 'documented', 'taught', 'learned']),
        /** switched off by the organisation */
        off: z.boolean(),
        /** sites of which somebody here said that it reads them rightly, or wrongly */
        answers: z.array(z.object({ origin: z.string(), right: z.boolean() })),
      }),
    ),
  },
  /** a person takes their word on a site back: it will be asked again */
  'adapters.askAgain': {
    from: ['page'] as const,
    input: z.object({ id: z.string().max(64), origin: z.string().max(300) }),
    output: ok,
  },
  'adapters.removeOwn': { from: ['page'] as const, input: z.object({ id: z.string().max(64) }), output: ok },
  /** an own adapter, as a file to keep or to hand on */
  'adapters.export': {
    from: ['page'] as const,
    input: z.object({ id: z.string().max(64) }),
    output: z.object({ json: z.string() }),
  },
  'adapters.import': { from: ['page'] as const, input: z.object({ adapter: adapterSchema }), output: ok },
} as const;
