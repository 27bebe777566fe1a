import { z } from 'zod';
import { emotions } from '@/lib/domain/note';
import { practiceSourceKeys } from './practice-sources';

export const practiceLanguages = ['en', 'es'] as const;
export type PracticeLanguage = (typeof practiceLanguages)[number];

/** `unknown`: the words don’t tell, and that is an answer of its own. */
export const practiceLevels = ['at-risk', 'watch', 'ok', 'unknown'] as const;
export type PracticeLevel = (typeof practiceLevels)[number];

export const practiceThemes = [
  'billing',
  'delivery',
  'fault',
  'price',
  'staff',
  'waiting',
  'cancellation',
] as const;

/** What can be heard in words: reasons first, then emotions, which are the same that a rep taps in a call. */
export const hearables = [
  'billed-wrongly',
  'bill-unclear',
  'pay-worry',
  'late-delivery',
  'missed-visit',
  'fault',
  'price-rise',
  'competitor',
  'rude-staff',
  'long-wait',
  'passed-on',
  'told-again',
  'promise-broken',
  'leaving',
  'new-need',
  'praise',
  'nothing-said',
  ...emotions,
] as const;
export type Hearable = (typeof hearables)[number];

/** The same in each language: read by whoever practises, whatever language the customer speaks. */
export const inBothLanguages = z.object({ en: z.string().min(1), es: z.string().min(1) });
export type InBothLanguages = z.infer<typeof inBothLanguages>;

const source = z.enum(practiceSourceKeys);

/** A way to begin. Which are good doesn’t hang on the customer; which of the good ones fits does. */
export const openingSchema = z.object({
  id: z.string().min(1),
  good: z.boolean(),
  intent: inBothLanguages,
  why: inBothLanguages,
  source,
});
export type Opening = z.infer<typeof openingSchema>;

/** What a customer said, invented for practice, and what there is to hear in it. */
export const practiceItemSchema = z.object({
  id: z.string().min(1),
  language: z.enum(practiceLanguages),
  theme: z.enum(practiceThemes),
  words: z.string().min(1).max(400),
  level: z.enum(practiceLevels),
  whyLevel: inBothLanguages,
  levelSource: source,
  heard: z.array(z.enum(hearables)).min(1).max(3),
  notHeard: z.array(z.enum(hearables)).min(1).max(3),
  whyHeard: inBothLanguages,
  /** ids of openings: the one that fits, and two that don’t come first */
  good: z.string(),
  poor: z.tuple([z.string(), z.string()]),
});
export type PracticeItem = z.infer<typeof practiceItemSchema>;
