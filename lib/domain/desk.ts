import { z } from 'zod';
import { noteContentSchema } from './note';

/** Why a supervisor should look at a note. One may be there for several of these. */
export const deskWhys = [
  'complaint',
  'promise',
  'over-limit', // an offer beyond what the rep may give, or one that the playbook doesn't have
  'low-confidence', // whom it is about was found by little: see `matchKinds`
  'wrong-customer', // it was moved from another customer, or its author said that Heed showed the wrong one
  'looks-wrong', // its author said in the call that something Heed says looks wrong
  'edited', // by its author, since somebody looked at it or asked
  'sample', // by chance alone
] as const;
export type DeskWhy = (typeof deskWhys)[number];

/**
 * Where a note stands on its way into the record:
 *
 *   received ─┬─> waiting ──> reviewed ──> published
 *             │     ^  └─> asked ─┘ (also by the author's edit, back to waiting)
 *             └─> sampled-out ───────────> published, unreviewed, after the organisation's hours
 */
export const deskStates = ['waiting', 'asked', 'reviewed', 'sampled-out', 'published'] as const;
export type DeskState = (typeof deskStates)[number];

/** How it was found whom a note is about. */
export const matchKinds = [
  'certain',
  'phone-alone', // a phone may be a household's
  'shared', // all that the page said is of others too
  'by-hand', // the rep said who, and nothing on the page leads to them
] as const;
export type MatchKind = (typeof matchKinds)[number];

/** How many notes are drawn for a look, and how long the others wait before they publish themselves. */
export const deskRulesSchema = z.object({
  sampleShare: z.number().min(0).max(1).default(0.05),
  publishAfterHours: z
    .int()
    .min(1)
    .max(24 * 60)
    .default(24),
});

const { shape } = noteContentSchema;

/**
 * What a supervisor may correct: how the call was coded. What was said, promised and given stays the author's. Said whole:
 * a field that is left out would else be emptied in silence.
 */
export const correctionSchema = z.strictObject({
  ...{ contactReason: shape.contactReason, reasons: shape.reasons, rootReason: shape.rootReason.unwrap() },
  ...{ severity: shape.severity, lossOf: shape.lossOf.unwrap(), complaint: shape.complaint },
  ...{ jurisdiction: shape.jurisdiction.unwrap(), dispute: shape.dispute.unwrap() },
  ...{ supportNeeded: shape.supportNeeded.unwrap(), outcome: shape.outcome },
});
export type Correction = z.infer<typeof correctionSchema>;

export const LONGEST_QUESTION = 500;
/** Counted no further: whoever has as many waiting needn’t know how many more. */
export const MOST_COUNTED = 1000;

type Facts = {
  content: { complaint: boolean; promise: object | null };
  hasFlaggedOffer: boolean;
  match: MatchKind;
  wasMoved: boolean;
  /** what its author said in the call looks wrong */
  doubts: readonly string[];
  isSampled: boolean;
};

/** Why a note that came just now should be looked at; nothing for most. */
export function whysOf(facts: Facts): DeskWhy[] {
  const { content, match, doubts } = facts;
  const found: Record<DeskWhy, boolean> = {
    complaint: content.complaint,
    promise: content.promise !== null,
    'over-limit': facts.hasFlaggedOffer,
    'low-confidence': match !== 'certain',
    'wrong-customer': facts.wasMoved || doubts.includes('wrong-customer'),
    'looks-wrong': doubts.some((kind) => kind !== 'wrong-customer'),
    edited: false,
    sample: facts.isSampled,
  };
  return deskWhys.filter((why) => found[why]);
}

/** Exceptions come before what only chance picked. */
export function rankOf(whys: readonly DeskWhy[]): number {
  return whys.some((why) => why !== 'sample') ? 0 : 1;
}
