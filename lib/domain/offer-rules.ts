import { z } from 'zod';

/** What was lost by what went wrong: what makes good for it fits it. */
export const lossKinds = ['money', 'time', 'treatment', 'process'] as const;
export type LossKind = (typeof lossKinds)[number];

/** The organisation's own words, in each language that Heed speaks. */
export const ownWordsSchema = z.object({ en: z.string().max(2000), es: z.string().max(2000) });
export type OwnWords = z.infer<typeof ownWordsSchema>;

/** A text that is put into the note's summary in one tap; `{customer}` and the like are filled in. */
export const macroSchema = z.object({
  id: z.string().min(1).max(60),
  label: ownWordsSchema,
  text: ownWordsSchema,
});
export type Macro = z.infer<typeof macroSchema>;

/** The longest that a playbook may have each supervisor be waited for. */
export const MOST_APPROVAL_SECONDS = 600;

const money = z.int().nonnegative().nullable().default(null);

/** What a playbook says of offers beside the limit of one call; a playbook of before it was asked says nothing. */
export const offerRules = {
  /** what a rep may give in one day of the calendar's zone in all calls together, minor units; null: no such limit */
  limitPerDayMinor: money,
  /** what one customer may be given within `customerDays`, whoever gives it; null: no such limit */
  limitPerCustomerMinor: money,
  customerDays: z.int().min(1).max(3650).default(90),
  /** what a customer declined or got isn't offered again for so many days; 0: it may be */
  reofferDays: z.int().min(0).max(3650).default(0),
  /** how long each supervisor has for an answer, before the next one is asked */
  approvalSeconds: z.int().min(1).max(MOST_APPROVAL_SECONDS).default(60),
  /** what was lost, by reason code */
  losses: z.record(z.string().max(60), z.enum(lossKinds)).default({}),
  macros: z.array(macroSchema).max(40).default([]),
};

export type OfferRules = z.infer<z.ZodObject<typeof offerRules>>;
