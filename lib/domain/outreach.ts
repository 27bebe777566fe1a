import { DAY } from '@/lib/platform/clock';
import { type CallingHours, mayCallAt, nextClosing, nextDayOpening, nextOpening } from './calling-hours';

export const outreachOutcomes = ['reached', 'refused', 'not-reached', 'call-back'] as const;
export type OutreachOutcome = (typeof outreachOutcomes)[number];

/** So many calls that nobody answered, and it says "not reached". It is never called closed: nobody was spoken to. */
export const MOST_ATTEMPTS = 3;
/** Between the end of one outreach and the next: a clock of its own. A call is no survey, and moves no survey's date. */
export const QUARANTINE = 90 * DAY;

/** Who wants to be called back later than this is not on a list of who to call now. */
export const LATEST_CALL_BACK = 90 * DAY;

/** One that is further away would take them off the list in all but name. */
export const isTooFar = (callBackAt: Date, now: Date): boolean =>
  callBackAt.getTime() > now.getTime() + LATEST_CALL_BACK;

/** Why somebody on the list is not called now. The first five override every list; the rest only put it off. */
export const whyNotCodes = [
  'do-not-contact',
  'support-needed', // whoever is trained for it calls them, not whoever is free
  'complaint-open', // its owner calls
  'quarantine',
  'no-number',
  'called-today',
  'hours',
] as const;
export type WhyNot = (typeof whyNotCodes)[number];

/** What is known of somebody at the moment of the call, not of when they were put on the list. */
export type OutreachFacts = {
  doNotContact: boolean;
  supportNeeded: boolean;
  complaintOpen: boolean;
  hasNumber: boolean;
  /** by any outreach to them */
  lastAttemptAt: Date | null;
  /** the moment at which they asked to be called back: they are, on the same day too */
  wishedAt: Date | null;
  /** when an earlier outreach to them ended */
  lastEndedAt: Date | null;
  /** of every region that their numbers are of */
  hours: readonly CallingHours[];
};

export type MayCall = { call: true; until: Date } | { call: false; why: WhyNot; again: Date };

/** Whom a rule keeps off the list is looked at again tomorrow: the rule may not hold any more. */
const tomorrow = (now: Date) => new Date(now.getTime() + DAY);

function ruledOut({ lastEndedAt, ...facts }: OutreachFacts, now: Date): WhyNot | null {
  if (facts.doNotContact) return 'do-not-contact';
  if (facts.supportNeeded) return 'support-needed';
  if (facts.complaintOpen) return 'complaint-open';
  if (lastEndedAt && now.getTime() - lastEndedAt.getTime() < QUARANTINE) return 'quarantine';
  return facts.hasNumber ? null : 'no-number';
}

/** May this customer be called now? What protects them comes first, whatever list they are on. */
export function whetherToCall(facts: OutreachFacts, now: Date): MayCall {
  const why = ruledOut(facts, now);
  if (why) return { call: false, why, again: tomorrow(now) };
  const { lastAttemptAt, wishedAt, hours } = facts;
  const spaced = wishedAt ?? (lastAttemptAt && (nextDayOpening(lastAttemptAt, hours) ?? tomorrow(now)));
  if (spaced && spaced > now) return { call: false, why: 'called-today', again: spaced };
  if (!mayCallAt(now, hours))
    return { call: false, why: 'hours', again: nextOpening(now, hours) ?? tomorrow(now) };
  return { call: true, until: nextClosing(now, hours) ?? tomorrow(now) };
}

export type OutreachState = 'waiting' | 'reached' | 'refused' | 'not-reached';
export type AfterCall = {
  state: OutreachState;
  attempts: number;
  /** null where it is over */
  notBefore: Date | null;
  /** `notBefore` is what they asked for */
  wished: boolean;
};

type Call = {
  now: Date;
  /** calls made before this one */
  attempts: number;
  outcome: OutreachOutcome;
  /** when they asked to be called back */
  callBackAt: Date | null;
  hours: readonly CallingHours[];
};

/** What becomes of the entry after a call. */
export function afterCall({ now, attempts: before, outcome, callBackAt, hours }: Call): AfterCall {
  const attempts = before + 1;
  const over = { attempts, notBefore: null, wished: false };
  if (outcome === 'reached' || outcome === 'refused') return { state: outcome, ...over };
  if (outcome === 'not-reached' && attempts >= MOST_ATTEMPTS) return { state: 'not-reached', ...over };
  const wished = outcome === 'call-back' && callBackAt && callBackAt > now ? callBackAt : null;
  const next = wished ? nextOpening(wished, hours) : nextDayOpening(now, hours);
  return { state: 'waiting', attempts, notBefore: next ?? tomorrow(now), wished: wished !== null };
}
