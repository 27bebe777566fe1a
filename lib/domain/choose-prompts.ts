import type { BadgeLevel } from './badge-level';
import type { Card } from './card';
import { mayDisclose } from './may-disclose';
import type { Caller, Offer } from './note';
import type { Condition, Phase, Playbook, Prompt } from './playbook';

/** What the choice of prompts and actions depends on. */
export type Situation = {
  level: BadgeLevel;
  phase: Phase;
  caller: Caller;
  card: Pick<
    Card,
    'contacts90' | 'brokenPromises' | 'lastReasons' | 'complaintOpen' | 'supportNeeded' | 'doNotContact'
  > | null;
  reasons: readonly string[];
  complaint: boolean;
  /** the note's, so that several small offers don't add up to more than the rep may give */
  offers: readonly Pick<Offer, 'amountMinor' | 'state'>[];
  dismissed: readonly string[];
};

/** Is this the situation that the condition speaks of? */
export function holds(when: Condition, s: Situation): boolean {
  const heard = [...s.reasons, ...(s.card?.lastReasons ?? [])];
  return (
    (!when.levels || when.levels.includes(s.level)) &&
    (!when.phases || when.phases.includes(s.phase)) &&
    (!when.reasons || when.reasons.some((r) => heard.includes(r))) &&
    (when.minContacts90 === undefined || (s.card?.contacts90 ?? 0) >= when.minContacts90) &&
    (!when.brokenPromise || (s.card?.brokenPromises ?? 0) > 0) &&
    (!when.unverified || !mayDisclose(s.caller))
  );
}

/** At most two prompts, the playbook's order deciding; none that discloses before the caller is verified. */
export function choosePrompts(playbook: Playbook, s: Situation): Prompt[] {
  return playbook.prompts
    .filter(
      (p) => !s.dismissed.includes(p.id) && (!p.disclosing || mayDisclose(s.caller)) && holds(p.when, s),
    )
    .slice(0, 2);
}
