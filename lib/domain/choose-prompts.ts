import type { BadgeLevel } from './badge-level';
import { bandOf } from './band';
import type { Card } from './card';
import { mayDisclose } from './may-disclose';
import type { Caller, Direction, Emotion, Offer } from './note';
import type { Condition, Phase, Playbook, Prompt } from './playbook';
import { whyRetentionIsOff } from './retention-off';
import { inTurn, nothingShown, type PromptMemory } from './rotate-prompts';

/** What the choice of prompts and actions depends on. */
export type Situation = {
  level: BadgeLevel;
  phase: Phase;
  caller: Caller;
  direction: Direction;
  card: Pick<
    Card,
    | 'score'
    | 'contacts90'
    | 'brokenPromises'
    | 'lastReasons'
    | 'complaintOpen'
    | 'supportNeeded'
    | 'doNotContact'
  > | null;
  /** the note's: unhappy with, and the root of it */
  reasons: readonly string[];
  /** called about */
  contactReason: string | null;
  emotion: Emotion | null;
  complaint: boolean;
  dispute: boolean;
  supportNeeded: boolean;
  /** the note's, so that several small offers don't add up to more than the rep may give */
  offers: readonly Pick<Offer, 'amountMinor' | 'state'>[];
  dismissed: readonly string[];
  /** a colleague hands this call over, or its half-written note; or has, and the rep goes on with it */
  handedOver: boolean;
  /** somebody was verified before in this call, it was about another customer, or its note was there when it was opened */
  underWay: boolean;
  /** all that we promised and didn’t do was promised once more, for a day to come */
  promisedAnew: boolean;
  /** the notes of earlier calls can be read here */
  notesHere: boolean;
};

type Holds = (when: Condition, s: Situation) => boolean;

/** What the card says counts for nobody who may not hear it. */
const needsSupport = (s: Situation) => mayDisclose(s.caller) && s.card?.supportNeeded === true;

/**
 * What the card knows of having been told: a contact, a reason, a promise that wasn't kept, or an answer of somebody
 * unhappy. Somebody pleased has given no account of anything.
 */
function toldUs({ caller, card }: Situation): boolean {
  if (!card || !mayDisclose(caller)) return false;
  const wasUnhappy = card.score !== null && bandOf(card.score.value) === 'detractor';
  return card.contacts90 > 0 || card.brokenPromises > 0 || card.lastReasons.length > 0 || wasUnhappy;
}

/** Taps move a call on, too; those of a note that was handed over are the colleague’s, and its new rep has said nothing yet. */
const isUnderWay = (s: Situation) => s.underWay || (s.phase !== 'start' && !s.handedOver);

const isEither = (wanted: boolean | undefined, there: boolean) => wanted === undefined || wanted === there;

const tapped = (s: Situation) => (s.contactReason === null ? s.reasons : [s.contactReason, ...s.reasons]);
const anyOf = (wanted: readonly string[] | undefined, there: readonly string[]) =>
  !wanted || wanted.some((one) => there.includes(one));

const byCustomer: Holds = (when, s) =>
  (!when.levels || when.levels.includes(s.level)) &&
  anyOf(when.reasons, [...s.reasons, ...(s.card?.lastReasons ?? [])]) &&
  (when.minContacts90 === undefined || (s.card?.contacts90 ?? 0) >= when.minContacts90) &&
  (!when.brokenPromise || (s.card?.brokenPromises ?? 0) > 0) &&
  isEither(when.promisedAnew, s.promisedAnew && mayDisclose(s.caller)) &&
  isEither(when.notesHere, s.notesHere) &&
  isEither(when.toldUs, toldUs(s));

const byCall: Holds = (when, s) =>
  (!when.phases || when.phases.includes(s.phase)) &&
  (!when.direction || when.direction === s.direction) &&
  isEither(when.handedOver, s.handedOver) &&
  isEither(when.underWay, isUnderWay(s)) &&
  (!when.unverified || !mayDisclose(s.caller)) &&
  (!when.verified || mayDisclose(s.caller));

const byWhatWasSaid: Holds = (when, s) =>
  anyOf(when.about, tapped(s)) &&
  anyOf(when.emotions, s.emotion === null ? [] : [s.emotion]) &&
  // One that is open from before is no second one: saying “I’m taking this down” would announce it anew at each call.
  (!when.complaint || s.complaint) &&
  (!when.dispute || s.dispute) &&
  (!when.supportNeeded || s.supportNeeded || needsSupport(s));

/** Is this the situation that the condition speaks of? */
export const holds: Holds = (when, s) => byCall(when, s) && byWhatWasSaid(when, s) && byCustomer(when, s);

/** All that could be shown: none that discloses before the caller is verified, none that was waved away in this call. */
export function fittingPrompts(playbook: Playbook, s: Situation): Prompt[] {
  return playbook.prompts.filter(
    (p) =>
      !s.dismissed.includes(p.id) &&
      (!p.disclosing || mayDisclose(s.caller)) &&
      !(p.retention && whyRetentionIsOff(s).length > 0) &&
      holds(p.when, s),
  );
}

/**
 * Names what the rep tapped, and whether a colleague hands over, which comes with a card of its own above all else; nothing
 * more: what is typed, and what comes from the store meanwhile, is no other situation, so that prompts stay where they are.
 */
export function situationName(s: Situation): string {
  const { phase, direction, emotion, complaint, dispute, supportNeeded, handedOver } = s;
  const may = mayDisclose(s.caller);
  const flags = [complaint, dispute, supportNeeded, handedOver];
  return JSON.stringify([phase, direction, may, emotion, ...flags, ...tapped(s)]);
}

/** At most two prompts, the playbook's order deciding, and what was shown before: see `inTurn`. */
export function choosePrompts(
  playbook: Playbook,
  s: Situation,
  memory: PromptMemory = nothingShown,
): Prompt[] {
  return inTurn(fittingPrompts(playbook, s), { situation: situationName(s), phase: s.phase }, memory);
}
