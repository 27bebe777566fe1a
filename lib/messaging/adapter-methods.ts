import { z } from 'zod';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { method, ok } from './rpc-method';

/** How CRMs are read, as options show and change it. */
export const adapterMethods = {
  'adapters.list': method({
    from: ['page'],
    input: z.object({}),
    output: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        /** `file`: an own one that was imported */
        from: z.enum(['own', 'file', 'organisation', 'built-in']),
        /** `none`: how sites are read that no adapter knows; it has no label */
        evidence: z.enum(['live', 'documented', 'taught', 'learned', 'none']),
        /** switched off by the organisation */
        off: z.boolean(),
        /** sites of which somebody here said that it reads them rightly, or wrongly */
        answers: z.array(z.object({ origin: z.string(), right: z.boolean() })),
      }),
    ),
  }),
  /** a person takes their word on a site back: it will be asked again */
  'adapters.askAgain': method({
    from: ['page'],
    input: z.object({ id: z.string().max(64), origin: z.string().max(300) }),
    output: ok,
  }),
  'adapters.removeOwn': method({ from: ['page'], input: z.object({ id: z.string().max(64) }), output: ok }),
  /** an own adapter, as a file to keep or to hand on */
  'adapters.export': method({
    from: ['page'],
    input: z.object({ id: z.string().max(64) }),
    output: z.object({ json: z.string() }),
  }),
  'adapters.import': method({ from: ['page'], input: z.object({ adapter: adapterSchema }), output: ok }),
  /** after the page asked the browser for the permission: register the content script for the origins granted */
  'sites.refresh': method({ from: ['page'], input: z.object({}), output: ok }),
} as const;
