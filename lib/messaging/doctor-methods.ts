import { z } from 'zod';
import { type Diagnosis, LONGEST_PLACE, WHY_NOBODY } from '@/lib/crm/doctor/diagnosis';
import { rawIdentifierSchema } from '@/lib/domain/identifier';
import { method, ok } from './rpc-method';

const personSchema = z.object({
  name: z.string().max(300),
  identifiers: z
    .array(
      z.intersection(
        rawIdentifierSchema,
        z.object({ confidence: z.number(), found: z.string().max(LONGEST_PLACE) }),
      ),
    )
    .max(200),
});

export const diagnosisSchema = z.object({
  outcome: z.enum(['customer', 'choose', 'nobody', 'not-ready', 'not-a-crm']),
  why: z.enum(WHY_NOBODY).nullable(),
  adapter: z.string().max(64).nullable(),
  pageKind: z.string().max(64).nullable(),
  reading: z
    .object({ adapter: z.string().max(64), trust: z.enum(['proven', 'likely', 'doubtful']) })
    .nullable(),
  ...personSchema.shape,
  candidates: z.array(personSchema).max(100),
  missed: z
    .array(z.object({ field: z.string().max(LONGEST_PLACE), selector: z.string().max(LONGEST_PLACE) }))
    .max(500),
}) satisfies z.ZodType<Diagnosis>;

/**
 * What comes of a reading: taken, asked about once, or each time after a person's No; nobody is shown after their No, or
 * where the organisation has switched it off.
 */
const decisionSchema = z.enum(['take', 'ask', 'choose', 'refuse', 'off']);

/**
 * What the sidebar shows there: `known` and `new` are one person, in Heed or not; `damaged` one whose card can't be read;
 * `reading` nobody until the page has been read.
 */
const shownSchema = z.enum([
  ...['signed-out', 'locked', 'reading', 'paused', 'nobody'],
  ...['asks', 'known', 'new', 'damaged'],
] as const);

const lookedSchema = z.object({
  /** of the browser */
  tabId: z.int(),
  title: z.string(),
  /** what the adapter that reads the page is called; null without one */
  crm: z.string().nullable(),
  host: z.string(),
  /** where that adapter is from; null without one */
  by: z.enum(['taught', 'learned', 'file', 'organisation', 'heed']).nullable(),
  /** that adapter is switched off by the organisation */
  off: z.boolean(),
  /** what those adapters are called of which a person said that they are wrong on this site */
  wrong: z.array(z.string()),
  diagnosis: diagnosisSchema.nullable(),
  /** null where the page shows nobody */
  decision: decisionSchema.nullable(),
  shown: shownSchema,
});

/** What Heed makes of pages, told to whoever asks why. */
export const doctorMethods = {
  /** reads the pages of all sites that are open now; `diagnosis` is null where a tab takes no script */
  'doctor.look': method({
    from: ['page'],
    input: z.object({}),
    output: z.array(lookedSchema),
  }),
  /** opens the settings where they say so, in a tab of their own */
  'doctor.open': method({ from: ['frame', 'panel'], input: z.object({}), output: ok }),
} as const;
