import { playbookIn } from '@/lib/domain/said-in';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';

type Organisation = NonNullable<RpcOutput<'organisation.get'>>;

/** The organisation's lists and playbook, in the rep's language where they have it. */
export function organisationIn(organisation: Organisation, language: string): Organisation {
  return { ...organisation, playbook: playbookIn(organisation.playbook, language) };
}
