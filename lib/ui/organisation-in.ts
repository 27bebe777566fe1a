import type { Jurisdiction } from '@/lib/domain/complaint-clock';
import type { Reason } from '@/lib/domain/reason';
import { playbookIn } from '@/lib/domain/said-in';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { broughtLabel } from './brought-label';

type Organisation = NonNullable<RpcOutput<'organisation.get'>>;

const reasonIn = (reason: Reason, language: string): Reason => ({
  ...reason,
  category: broughtLabel(reason.category, language),
  label: broughtLabel(reason.label, language),
});

const jurisdictionIn = (one: Jurisdiction, language: string): Jurisdiction => ({
  ...one,
  name: broughtLabel(one.name, language),
  steps: one.steps.map((step) => ({ ...step, name: broughtLabel(step.name, language) })),
});

/** The organisation's lists and playbook, in the rep's language where they have it. */
export function organisationIn(organisation: Organisation, language: string): Organisation {
  const { playbook, reasons, rules } = organisation;
  const jurisdictions = rules.jurisdictions.map((one) => jurisdictionIn(one, language));
  return {
    ...organisation,
    playbook: playbookIn(playbook, language),
    reasons: reasons.map((reason) => reasonIn(reason, language)),
    rules: { ...rules, jurisdictions },
  };
}
