import { fullMonthsBetween } from './calendar-months';
import type { Card, Driver, DriverCode, RiskLevel } from './card';
import { type ScoreAge, scoreAge } from './score-age';

/**
 * All that a risk is made of. No age, gender, partner, dependents or stand-in for them: there is no field that could
 * carry one.
 */
export type RiskInput = {
  /** latest attributable answer with a score; `at` is an ISO instant */
  score: { value: number; at: string } | null;
  /** first day as a customer, `YYYY-MM-DD` */
  since: string | null;
  contract: Card['contract'];
  /** contacts in the last 90 days */
  contacts90: number;
  openCase: boolean;
  brokenPromises: number;
};

export type RiskScore = {
  /** sum of the drivers; points, never a probability */
  points: number;
  /** strongest first, none of 0 points */
  drivers: Driver[];
  /** something this customer did or said, rather than what kind of customer this is */
  evidence: boolean;
};

function scoreDriver(value: number, age: ScoreAge): Driver | null {
  if (age === 'expired' || value >= 9) return null;
  const full = value <= 3 ? 35 : value <= 6 ? 25 : 5;
  if (age === 'ageing') return { code: 'score-ageing', points: Math.ceil(full / 2) };
  return { code: value <= 6 ? 'score-detractor' : 'score-passive', points: full };
}

function tenurePoints(months: number): number {
  if (months < 6) return 15;
  if (months < 12) return 10;
  return months < 24 ? 5 : 0;
}

function contactPoints(contacts90: number): number {
  if (contacts90 >= 5) return 25;
  if (contacts90 >= 3) return 15;
  return contacts90 === 2 ? 5 : 0;
}

function promisePoints(broken: number): number {
  if (broken >= 2) return 25;
  return broken === 1 ? 15 : 0;
}

const contractDrivers: Record<'monthly' | 'yearly' | 'longer', Driver | null> = {
  monthly: { code: 'contract-monthly', points: 20 },
  yearly: { code: 'contract-yearly', points: 5 },
  longer: null,
};

function driver(code: DriverCode, points: number): Driver | null {
  return points > 0 ? { code, points } : null;
}

/**
 * The points scorecard. It was set by judgement and is not fitted to outcomes: hence points and a level, no probability.
 *
 * | what | points |
 * | --- | --- |
 * | score 0-3, 4-6, 7-8, 9-10 | 35, 25, 5, 0; half of it, rounded up, while ageing; nothing once expired |
 * | customer for less than 6, 12, 24 months | 15, 10, 5 |
 * | contract monthly, yearly, longer | 20, 5, 0 |
 * | contacts in 90 days: 2, 3-4, 5 or more | 5, 15, 25 |
 * | open case | 10 |
 * | broken promises: 1, 2 or more | 15, 25 |
 */
export function scoreRisk(input: RiskInput, now: Date): RiskScore {
  const age = input.score ? scoreAge(input.score.at, now) : 'expired';
  const drivers = [
    input.score && scoreDriver(input.score.value, age),
    input.since ? driver('tenure-short', tenurePoints(fullMonthsBetween(input.since, now))) : null,
    input.contract && contractDrivers[input.contract],
    driver('contacts-many', contactPoints(input.contacts90)),
    driver('case-open', input.openCase ? 10 : 0),
    driver('promise-broken', promisePoints(input.brokenPromises)),
  ]
    .filter((d) => d !== null)
    .sort((a, b) => b.points - a.points);
  return {
    points: drivers.reduce((sum, d) => sum + d.points, 0),
    drivers,
    evidence: age !== 'expired' || input.contacts90 > 0 || input.openCase || input.brokenPromises > 0,
  };
}

/** Points from which a level begins. */
export type RiskThresholds = Record<Exclude<RiskLevel, 'unknown' | 'low'>, number>;

export const defaultThresholds: RiskThresholds = { elevated: 35, high: 55, critical: 80 };

/** Unknown without evidence, whatever the points: contract and tenure alone don't say how this customer feels. */
export function levelFor(points: number, evidence: boolean, thresholds: RiskThresholds): RiskLevel {
  if (!evidence) return 'unknown';
  if (points >= thresholds.critical) return 'critical';
  if (points >= thresholds.high) return 'high';
  return points >= thresholds.elevated ? 'elevated' : 'low';
}

/**
 * Raises `high` (and `critical`, where it must) until at most `share` of the customers are at risk. Customers with the
 * same points stay together, so that ties make fewer, never more.
 * @param pointsOfAll one number for each customer that the share is of; the store takes those with evidence
 * @param share 0 to 1
 */
export function rationThresholds(
  pointsOfAll: readonly number[],
  share: number,
  defaults: RiskThresholds = defaultThresholds,
): RiskThresholds {
  const descending = Float64Array.from(pointsOfAll).sort().reverse();
  const firstTooMany = descending[Math.floor(share * pointsOfAll.length)];
  if (firstTooMany === undefined || firstTooMany < defaults.high) return defaults;
  const high = Math.floor(firstTooMany) + 1;
  return { ...defaults, high, critical: Math.max(defaults.critical, high) };
}
