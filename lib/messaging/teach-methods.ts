import { z } from 'zod';
import { languageChoices } from '@/lib/platform/language';
import { adapterSchema } from '@/lib/protocol/crm-adapter-schema';
import { method, ok } from './rpc-method';

const tab = z.object({ tabId: z.int().optional() });
/** Where a rep teaches: beside the page. In a page's frame the button to save counts only in plain sight. */
const sidebar = ['frame', 'panel'] as const;

/** What the script that teaches wants to find again on the next page; a text that only it reads. */
export const teachMemorySchema = z.string().max(1_000_000);

/** A person shows Heed how a site shows its customers. The page's script proposes; only our own pages save. */
export const teachMethods = {
  /** lays the pointer over the page of this tab */
  'teach.begin': method({ from: sidebar, input: tab, output: ok }),
  /** the same on a granted site (its match pattern), in its tab: brought to the front, or opened */
  'teach.open': method({ from: ['page'], input: z.object({ site: z.string().max(300) }), output: ok }),
  'teach.end': method({ from: ['content', ...sidebar], input: tab, output: ok }),
  /** what was learned on earlier pages of this tab; null where nobody teaches here */
  'teach.load': method({
    from: ['content'],
    input: z.object({}),
    output: z.object({
      memory: teachMemorySchema.nullable(),
      teaching: z.boolean(),
      language: z.enum(languageChoices),
    }),
  }),
  /** refused for any host but the page's own */
  'teach.propose': method({
    from: ['content'],
    input: z.object({
      memory: teachMemorySchema,
      adapter: adapterSchema.nullable(),
      pages: z.int().min(0),
    }),
    output: ok,
  }),
  'teach.state': method({
    from: sidebar,
    input: tab,
    output: z.object({
      teaching: z.boolean(),
      /** what could be saved: for which host, by the browser's word, and on how many pages it was right */
      proposal: z.object({ host: z.string(), pages: z.int() }).nullable(),
    }),
  }),
  'teach.save': method({ from: sidebar, input: tab, output: ok }),
} as const;
