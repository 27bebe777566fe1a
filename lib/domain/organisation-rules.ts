import { z } from 'zod';
import { defaultJurisdictions, jurisdictionSchema } from './complaint-clock';
import { deskRulesSchema } from './desk';
import { workCalendarSchema } from './work-calendar';

/** What an organisation may want to stand in a note, in the order of the form. */
export const requirable = ['caller', 'contactReason', 'reasons', 'severity', 'outcome'] as const;
export type Requirable = (typeof requirable)[number];

const requiredSchema = z.object({
  fields: z.array(z.enum(requirable)).max(requirable.length).default([]),
  /** of whom: at risk alone, or also those to watch. Of nobody else anything is required, ever. */
  of: z.enum(['at-risk', 'all']).default('at-risk'),
});

/** What holds for the notes of an organisation. What a rep may give stands in its playbook. */
export const organisationRulesSchema = z.object({
  calendar: workCalendarSchema.prefault({}),
  jurisdictions: z
    .array(jurisdictionSchema)
    .max(20)
    .default([...defaultJurisdictions]),
  /** whose rules hold unless the note says others; null for the first */
  jurisdiction: z.string().max(60).nullable().default(null),
  required: requiredSchema.prefault({}),
  desk: deskRulesSchema.prefault({}),
});
export type OrganisationRules = z.infer<typeof organisationRulesSchema>;
