import { z } from 'zod';
import { idWordSchema } from '@/lib/domain/identifier';
import { organisationRulesSchema } from '@/lib/domain/organisation-rules';
import { playbookSchema } from '@/lib/domain/playbook';
import { reasonSchema } from '@/lib/domain/reason';
import { roles } from './roles';

/** Which CRM's numbers an account number is; null where the organisation hasn't said. */
export const accountNumbersSchema = z.object({ system: idWordSchema, recordType: idWordSchema }).nullable();

/** `GET /v1/session`: who signed in, and what their extension needs to work for this organisation. */
export const sessionSchema = z.object({
  protocol: z.int(),
  user: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    team: z.string(),
  }),
  organisation: z.object({
    name: z.string(),
    /** ISO 3166 region that phone numbers without a country are read in */
    defaultRegion: z.string().length(2),
    currency: z.string().length(3),
    /** the data was generated for a demonstration */
    generated: z.boolean(),
  }),
  reasons: z.array(reasonSchema),
  playbook: playbookSchema,
  /** version of what notes taught; null while nothing was learned, or the store is older */
  reasonModel: z.string().nullable().default(null),
  /** how to read CRMs, beside those that the extension knows itself; each is checked before it is used */
  adapters: z.array(z.looseObject({ id: z.string(), version: z.int() })).default([]),
  /** ids of adapters that must not be used for now, whoever brought them */
  adaptersOff: z.array(z.string()).default([]),
  /** what callers are asked for, before they speak to anyone */
  accountNumbers: accountNumbersSchema.default(null),
  /** what holds for notes: when people work, how long a complaint may take, what must be said */
  rules: organisationRulesSchema.prefault({}),
  /** reason codes that calls were about most in the last months, most first */
  topContactReasons: z.array(z.string().max(60)).max(10).default([]),
  /** the lookup secret, under which identifiers are hashed: base64 of 32 bytes. The wire's name for it is older */
  lookupKey: z.string(),
  /** what the store takes for now; differs from the real time only under `--as-of` */
  now: z.iso.datetime({ offset: true }),
  asOf: z.iso.date().nullable(),
});
export type Session = z.infer<typeof sessionSchema>;
