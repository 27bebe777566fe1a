import type { BadgeLevel } from './badge-level';
import type { Card } from './card';
import { mayDisclose } from './may-disclose';
import type { Caller } from './note';
import type { Condition, Phase, Playbook, Prompt, RescueAction } from './playbook';

/** What the choice of prompts and actions depends on. */
export type Situation = {
  level: BadgeLevel;
  phase: Phase;
  caller: Caller;
  card: Pick<
    Card,
    'contacts90' | 'brokenPromises' | 'lastReasons' | 'complaintOpen' | 'supportNeeded'
  > | null;
  reasons: readonly string[];
  complaint: boolean;
  dismissed: readonly string[];
};

function holds(when: Condition, s: Situation): boolean {
  const heard = [...s.reasons, ...(s.card?.lastReasons ?? [])];
  return (
    (!when.levels || when.levels.includes(s.level)) &&
    (!when.phases || when.phases.includes(s.phase)) &&
    (!when.reasons || when.reasons.some((r) => heard.includes(r))) &&
    (when.minContacts90 === undefined || (s.card?.contacts90 ?? 0) >= when.minContacts90) &&
    (!when.brokenPromise || (s.card?.brokenPromises ?? 0) > 0)
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

/** What may be offered now, within the rep's own limit. Nothing before the caller is verified. */
export function chooseActions(playbook: Playbook, s: Situation): RescueAction[] {
  if (!mayDisclose(s.caller)) return [];
  const noRetention = s.complaint || (s.card?.complaintOpen ?? false) || (s.card?.supportNeeded ?? false);
  return playbook.actions.filter(
    (a) =>
      holds(a.when, s) &&
      (a.costMinor ?? 0) <= playbook.limitMinor &&
      !(a.kind === 'retention' && noRetention),
  );
}
