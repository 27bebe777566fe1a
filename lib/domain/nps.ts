import { type Band, bandOf } from './band';
import { twoSidedP } from './normal-distribution';

/*
 * The store counts in SQL and shows what `summariseNps` allows. `countBands`, `npsOf`, `rawStandardError` and `compareNps`
 * are for the programme's report, which no screen shows yet: the published examples in the tests hold them right.
 */

/** How many answers fell in each band. */
export type BandCounts = { promoters: number; passives: number; detractors: number };

/** Two-sided 95 %. */
const Z95 = 1.959964;

/** With fewer answers a score says more than is known: show the counts. */
export const FEWEST_ANSWERS_FOR_A_SCORE = 30;

const plural: Record<Band, keyof BandCounts> = {
  promoter: 'promoters',
  passive: 'passives',
  detractor: 'detractors',
};

/** Counts answers by band. An answer without a score (null) is left out: it is not a 0. */
export function countBands(scores: Iterable<number | null>): BandCounts {
  const counts = { promoters: 0, passives: 0, detractors: 0 };
  for (const score of scores) if (score !== null) counts[plural[bandOf(score)]] += 1;
  return counts;
}

/** Answers with a score; passives are in it. */
export function answersIn(counts: BandCounts): number {
  return counts.promoters + counts.passives + counts.detractors;
}

/** Share of promoters less share of detractors, and the standard error, both in points of -100 to 100. */
function scoreAndError(counts: BandCounts): { nps: number; standardError: number } {
  const n = answersIn(counts);
  const mean = (counts.promoters - counts.detractors) / n;
  const variance = Math.max((counts.promoters + counts.detractors) / n - mean ** 2, 0);
  return { nps: 100 * mean, standardError: 100 * Math.sqrt(variance / n) };
}

/** Rocks's adjusted Wald: three made-up answers, a quarter promoters, a quarter detractors, half passives. */
function adjusted(counts: BandCounts): BandCounts {
  return {
    promoters: counts.promoters + 0.75,
    passives: counts.passives + 1.5,
    detractors: counts.detractors + 0.75,
  };
}

/** -100 to 100; null without an answer. */
export function npsOf(counts: BandCounts): number | null {
  return answersIn(counts) === 0 ? null : scoreAndError(counts).nps;
}

/** Standard error of the plain score, in points; null without an answer. 0 when all answers agree, so no interval is made of it. */
export function rawStandardError(counts: BandCounts): number | null {
  return answersIn(counts) === 0 ? null : scoreAndError(counts).standardError;
}

/**
 * Adjusted-Wald 95 % interval (Rocks 2016), centred on the adjusted score and cut off at -100 and 100. Show its two
 * ends beside the raw score, never as "plus or minus": the raw score is not its middle.
 */
export function npsInterval(counts: BandCounts): { adjusted: number; low: number; high: number } {
  const { nps, standardError } = scoreAndError(adjusted(counts));
  const margin = Z95 * standardError;
  return { adjusted: nps, low: Math.max(nps - margin, -100), high: Math.min(nps + margin, 100) };
}

/** Whether two groups differ: `difference` (a less b) and its error in points of the adjusted scores. */
export type NpsComparison = { difference: number; standardError: number; z: number; p: number };

/**
 * Two-sample test on the adjusted scores. For independent groups only: the same customers asked twice need a paired
 * test. `p` is two-sided.
 */
export function compareNps(a: BandCounts, b: BandCounts): NpsComparison {
  const [one, two] = [scoreAndError(adjusted(a)), scoreAndError(adjusted(b))];
  const difference = one.nps - two.nps;
  const standardError = Math.hypot(one.standardError, two.standardError);
  const z = difference / standardError;
  return { difference, standardError, z, p: twoSidedP(z) };
}

/** What may be shown of a group: nothing, counts only, or a score with the ends of its interval. */
export type NpsSummary = { counts: BandCounts; n: number } & (
  | { show: 'nothing' | 'counts' }
  | { show: 'score'; nps: number; low: number; high: number }
);

/** Holds every report to the rule of "fewer than 30 answers: counts only". */
export function summariseNps(counts: BandCounts): NpsSummary {
  const n = answersIn(counts);
  if (n === 0) return { show: 'nothing', counts, n };
  if (n < FEWEST_ANSWERS_FOR_A_SCORE) return { show: 'counts', counts, n };
  const { low, high } = npsInterval(counts);
  return { show: 'score', counts, n, nps: scoreAndError(counts).nps, low, high };
}
