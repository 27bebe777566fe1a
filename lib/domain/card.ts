import { z } from 'zod';
import { scoreSchema, surveyKinds, surveyModes } from './response';

/** Cards on disk hold positions in this list: add at the end only. */
export const riskLevels = ['unknown', 'low', 'elevated', 'high', 'critical'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** Why a customer is at risk, as codes; `lib/ui` has the words. Cards on disk hold positions: add at the end only. */
export const driverCodes = [
  'score-detractor',
  'score-passive',
  'score-ageing',
  'tenure-short',
  'contract-monthly',
  'contract-yearly',
  'contacts-many',
  'case-open',
  'promise-broken',
] as const;
export type DriverCode = (typeof driverCodes)[number];

/** Cards on disk hold positions in this list: add at the end only. */
export const contracts = ['monthly', 'yearly', 'longer'] as const;

const driverSchema = z.object({ code: z.enum(driverCodes), points: z.int().min(0) });
export type Driver = z.infer<typeof driverSchema>;

const isoInstant = z.iso.datetime({ offset: true });

/**
 * What the badge and the sidebar's first second need, and no more: no name, no e-mail, no phone, no verbatim.
 * `number` is permanent, never reused, and the customer's handle in all that the extension sends.
 */
export const cardSchema = z.object({
  number: z.int().positive(),
  version: z.int().nonnegative(),
  /** the latest attributable answer; aggregate-only answers never get here */
  score: z
    .object({ value: scoreSchema, at: isoInstant, kind: z.enum(surveyKinds), mode: z.enum(surveyModes) })
    .nullable(),
  /** up to four earlier answers, newest first */
  earlier: z.array(z.object({ value: scoreSchema, at: isoInstant })).max(4),
  risk: z.object({
    level: z.enum(riskLevels),
    /** points of the scorecard, never a probability */
    points: z.int().min(0),
    /** strongest first */
    drivers: z.array(driverSchema).max(6),
    /** when the points were worked out */
    at: isoInstant,
  }),
  tier: z.string().max(40).nullable(),
  /** first day as a customer */
  since: z.iso.date().nullable(),
  contract: z.enum(contracts).nullable(),
  contacts90: z.int().nonnegative(),
  lastContactAt: isoInstant.nullable(),
  /** reason codes of the last notes, newest first */
  lastReasons: z.array(z.string().max(60)).max(3),
  brokenPromises: z.int().nonnegative(),
  openCase: z.object({ dueAt: isoInstant }).nullable(),
  complaintOpen: z.boolean(),
  supportNeeded: z.boolean(),
  doNotContact: z.boolean(),
});

export type Card = z.infer<typeof cardSchema>;

/** A card without its number and version, which the publisher gives. */
export const cardContentSchema = cardSchema.omit({ number: true, version: true });
export type CardContent = z.infer<typeof cardContentSchema>;
