import { z } from 'zod';
import { offerRules, ownWordsSchema } from './offer-rules';

export const phases = ['start', 'during', 'wrap'] as const;
export type Phase = (typeof phases)[number];

const conditionSchema = z.object({
  levels: z.array(z.enum(['at-risk', 'watch', 'ok', 'unknown'])).optional(),
  phases: z.array(z.enum(phases)).optional(),
  /** any of the card's last reasons or the note's reasons */
  reasons: z.array(z.string()).optional(),
  minContacts90: z.int().optional(),
  brokenPromise: z.boolean().optional(),
  /** only while nobody has been verified: who is calling need be asked once */
  unverified: z.boolean().optional(),
});

export type Condition = z.infer<typeof conditionSchema>;

/** An intent with one example in words. It is never a script. */
export const promptSchema = z.object({
  id: z.string().min(1),
  when: conditionSchema,
  intent: z.string().max(120),
  example: z.string().max(200),
  /** where the advice comes from, for the curious: a key of the facts page */
  source: z.string(),
  /** it mentions a survey, a score, a case or an account fact: only for a verified caller */
  disclosing: z.boolean(),
});
export type Prompt = z.infer<typeof promptSchema>;

export const actionKinds = ['repair', 'refund', 'explanation', 'speed', 'retention'] as const;
export type ActionKind = (typeof actionKinds)[number];

export const rescueActionSchema = z.object({
  code: z.string().min(1).max(60),
  label: z.string().max(80),
  when: conditionSchema,
  /** minor units; null where it costs no money */
  costMinor: z.int().nonnegative().nullable(),
  /** a retention offer is turned off by a complaint, support needed or do-not-contact; a repair never is */
  kind: z.enum(actionKinds),
  /** approved beforehand, for when nobody answers: may be given beyond the rep's limit then */
  fallback: z.boolean().default(false),
  /** what the note says when it is offered, if the rep wants it to */
  macro: ownWordsSchema.nullable().default(null),
});
export type RescueAction = z.infer<typeof rescueActionSchema>;

export const playbookSchema = z.object({
  id: z.string().min(1),
  version: z.int().positive(),
  /** what a rep may give in one call without asking, minor units */
  limitMinor: z.int().nonnegative(),
  currency: z.string().length(3),
  prompts: z.array(promptSchema),
  actions: z.array(rescueActionSchema),
  ...offerRules,
});
export type Playbook = z.infer<typeof playbookSchema>;
