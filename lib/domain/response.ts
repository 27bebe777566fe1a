import { z } from 'zod';

/** Cards on disk hold positions in these two lists: add at the end only. */
export const surveyKinds = ['relational', 'transactional'] as const;
export const surveyModes = ['email', 'web', 'phone', 'sms', 'rep-collected'] as const;
export const confidentialities = ['attributable', 'aggregate-only'] as const;

export type SurveyKind = (typeof surveyKinds)[number];
export type SurveyMode = (typeof surveyModes)[number];
export type Confidentiality = (typeof confidentialities)[number];

/** A survey score, 0 to 10. The band is derived from it, never stored. */
export const scoreSchema = z.int().min(0).max(10);
