import { z } from 'zod';
import { type Diagnosis, LONGEST_PLACE } from '@/lib/crm/doctor/diagnosis';
import { rawIdentifierSchema } from '@/lib/domain/identifier';
import { method } from './rpc-method';

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

const lookedSchema = z.object({
  /** of the browser */
  tabId: z.int(),
  title: z.string(),
  /** what the adapter that reads the page is called; null without one */
  crm: z.string().nullable(),
  host: z.string(),
  diagnosis: diagnosisSchema.nullable(),
  /** null where the page shows nobody */
  decision: decisionSchema.nullable(),
});

/** What Heed makes of pages, told to whoever asks why. */
export const doctorMethods = {
  /** reads the pages of all sites that are open now; `diagnosis` is null where a tab takes no script */
  'doctor.look': method({
    from: ['page'],
    input: z.object({}),
    output: z.array(lookedSchema),
  }),
} as const;
