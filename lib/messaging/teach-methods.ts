import { z } from 'zod';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { ok } from './rpc-method';

const tab = { tabId: z.int().optional() };
const ours = ['frame', 'panel', 'page'] as const;

/** What the script that teaches wants to find again on the next page; a text that only it reads. */
export const teachMemorySchema = z.string().max(1_000_000);

/** A person shows Heed how a site shows its customers. The page's script proposes; only our own pages save. */
export const teachMethods = {
  /** lays the pointer over the page of this tab */
  'teach.begin': { from: ours, input: z.object({ ...tab }), output: ok },
  'teach.end': { from: ['content', ...ours] as const, input: z.object({ ...tab }), output: ok },
  /** what was learned on earlier pages of this tab; null where nobody teaches here */
  'teach.load': {
    from: ['content'] as const,
    input: z.object({}),
    output: z.object({ memory: teachMemorySchema.nullable(), teaching: z.boolean() }),
  },
  /** refused for any host but the page's own */
  'teach.propose': {
    from: ['content'] as const,
    input: z.object({
      memory: teachMemorySchema,
      adapter: adapterSchema.nullable(),
      pages: z.int().min(0).max(100),
    }),
    output: ok,
  },
  'teach.state': {
    from: ours,
    input: z.object({ ...tab }),
    output: z.object({
      teaching: z.boolean(),
      /** what could be saved, and on how many pages it was right */
      proposal: z.object({ label: z.string(), pages: z.int() }).nullable(),
    }),
  },
  'teach.save': { from: ours, input: z.object({ ...tab }), output: ok },
} as const;
