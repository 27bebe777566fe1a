import { z } from 'zod';
import type { Diagnosis } from '@/lib/crm/doctor/diagnosis';
import { rawIdentifierSchema } from '@/lib/domain/identifier';
import { method } from './rpc-method';

const personSchema = z.object({
  name: z.string().max(300),
  identifiers: z
    .array(
      z.intersection(rawIdentifierSchema, z.object({ confidence: z.number(), found: z.string().max(500) })),
    )
    .max(200),
});

export const diagnosisSchema = z.object({
  outcome: z.enum(['customer', 'choose', 'nobody', 'not-ready', 'not-a-crm']),
  adapter: z.string().max(64).nullable(),
  pageKind: z.string().max(64).nullable(),
  ...personSchema.shape,
  candidates: z.array(personSchema).max(100),
  missed: z.array(z.object({ field: z.string().max(500), selector: z.string().max(500) })).max(500),
}) satisfies z.ZodType<Diagnosis>;

/** What Heed makes of pages, told to whoever asks why. */
export const doctorMethods = {
  /** reads the pages of all sites that are open now; `diagnosis` is null where a tab takes no script */
  'doctor.look': method({
    from: ['page'],
    input: z.object({}),
    output: z.array(z.object({ title: z.string(), host: z.string(), diagnosis: diagnosisSchema.nullable() })),
  }),
} as const;
