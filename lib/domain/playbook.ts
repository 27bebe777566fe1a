import { z } from 'zod';
import { directions, emotions } from './note';
import { offerRules, ownWordsSchema } from './offer-rules';

export const phases = ['start', 'during', 'wrap'] as const;
export type Phase = (typeof phases)[number];

/** The finer steps of practice: what a prompt helps with. Two of one step are shown only where no other fits. */
export const steps = ['open', 'hear', 'restate', 'options', 'commit', 'diagnose', 'close'] as const;
export type Step = (typeof steps)[number];

/**
 * All that narrows when something is shown stands here, for what Heed doesn't know here makes it leave the entry out: see
 * `understood`.
 */
const conditionSchema = z.strictObject({
  levels: z.array(z.enum(['at-risk', 'watch', 'ok', 'unknown'])).optional(),
  phases: z.array(z.enum(phases)).optional(),
  /** any of the card's last reasons or the note's reasons: it may give away what the store knows */
  reasons: z.array(z.string()).optional(),
  /** any of what the rep tapped in this very call: called about, unhappy with, the root. The caller has said it. */
  about: z.array(z.string()).optional(),
  minContacts90: z.int().optional(),
  brokenPromise: z.boolean().optional(),
  /** true: only where all that we promised and didn’t do has a new day; false: only where it hasn’t */
  promisedAnew: z.boolean().optional(),
  /** true: only where the notes of earlier calls can be read on this computer now; false: only where they can’t */
  notesHere: z.boolean().optional(),
  /** true: only where the customer has told us something that this caller may hear of; false: only where they haven't */
  toldUs: z.boolean().optional(),
  /** true: only where a colleague has handed the call over, or its half-written note; false: only where nobody has */
  handedOver: z.boolean().optional(),
  /** false: only where nobody has been spoken with yet in this call, as the one to whom a greeting is said; true: only after */
  underWay: z.boolean().optional(),
  /** only while nobody has been verified: who is calling need be asked once */
  unverified: z.boolean().optional(),
  /** only for a caller who may hear of the account */
  verified: z.boolean().optional(),
  direction: z.enum(directions).optional(),
  /** what the rep heard, by their own tap */
  emotions: z.array(z.enum(emotions)).optional(),
  /** this call's note is one */
  complaint: z.boolean().optional(),
  /** they contest what we say is owed or agreed */
  dispute: z.boolean().optional(),
  /** the note says so, or the card */
  supportNeeded: z.boolean().optional(),
});

export type Condition = z.infer<typeof conditionSchema>;

const saidSchema = z.object({ intent: z.string().max(120), example: z.string().max(200) });
export type Said = z.infer<typeof saidSchema>;

/** Languages beside the one that a playbook is written in, which is English in ours. */
const otherLanguages = z.enum(['es']);

/** An intent with one example in words. It is never a script. */
export const promptSchema = z.object({
  id: z.string().min(1).max(100),
  when: conditionSchema,
  ...saidSchema.shape,
  /** the same in other languages; older playbooks have one only */
  words: z.partialRecord(otherLanguages, saidSchema).optional(),
  /** where the advice comes from, for the curious: a key of the facts page */
  source: z.string(),
  /** it mentions a survey, a score, a case or an account fact: only for a verified caller */
  disclosing: z.boolean(),
  step: z.enum(steps).optional(),
  /** it speaks of an offer made to keep the customer: off with a complaint, a dispute, support needed, do-not-contact */
  retention: z.boolean().optional(),
  /** it asks who is on the line: where one of these fits, one is on show, whatever was shown or waved away in calls before */
  asksWho: z.boolean().optional(),
});
export type Prompt = z.infer<typeof promptSchema>;

export const actionKinds = ['repair', 'refund', 'explanation', 'speed', 'retention'] as const;
export type ActionKind = (typeof actionKinds)[number];

export const rescueActionSchema = z.object({
  code: z.string().min(1).max(60),
  label: z.string().max(80),
  /** the same in other languages */
  labels: z.partialRecord(otherLanguages, z.string().max(80)).optional(),
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

/**
 * A store may be newer than who reads its playbook. Read without a condition that isn't known, a prompt would be shown
 * everywhere; so what can't be read in full is left out, and the rest holds.
 */
const understood = <T extends z.ZodType>(entry: T) =>
  z.preprocess(
    (list) => (Array.isArray(list) ? list.filter((one) => entry.safeParse(one).success) : list),
    z.array(entry),
  );

export const playbookSchema = z.object({
  id: z.string().min(1),
  version: z.int().positive(),
  /** what a rep may give in one call without asking, minor units */
  limitMinor: z.int().nonnegative(),
  currency: z.string().length(3),
  prompts: understood(promptSchema),
  actions: understood(rescueActionSchema),
  ...offerRules,
});
export type Playbook = z.infer<typeof playbookSchema>;
