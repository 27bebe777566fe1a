import type { Diagnosis } from '@/lib/crm/doctor/diagnosis';
import type { RawIdentifier } from '@/lib/domain/identifier';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';

type Decision = NonNullable<RpcOutput<'doctor.look'>[number]['decision']>;

/** The settings' card that says what Heed makes of the pages that are open. */
export const doctorWords = {
  title: 'What Heed sees',
  lead: 'Does Heed show nobody, or somebody else? Open the page in your CRM, then look here. Nothing is stored or sent.',
  look: 'Look at the open CRM pages',
  looking: 'Looking…',
  none: 'No page of your CRM is open. Open one, then look again.',
  failed: 'Heed couldn’t look. Reload this page, then try again.',
  closed: 'This tab can’t be read: it shows an error, or sleeps. Open it once, then look again.',
  outcome: {
    choose: 'Asks who it is',
    nobody: 'Nobody is open here',
    'not-ready': 'Not ready: the page is still rendering, or shows another record than its address names',
    'not-a-crm': 'No page that Heed reads',
  } satisfies Record<Exclude<Diagnosis['outcome'], 'customer'>, string>,
  /** of one customer, by what comes of that */
  customer: {
    take: 'Shows one customer',
    ask: 'Shows one customer, and asks once whether that is right',
    choose: 'Finds one customer, but asks each time, after your No',
    refuse: 'Finds one customer, but shows nobody, after your No',
    off: 'Finds one customer, but shows nobody: switched off by your organisation',
  } satisfies Record<Decision, string>,
  /** of those who may be meant, whom it doesn't ask about */
  unasked: {
    refuse: 'Finds who it may be, but shows nobody, after your No',
    off: 'Finds who it may be, but shows nobody: switched off by your organisation',
  },
  by: (adapter: string, kind: string | null) => `by “${adapter}”${kind ? `, ${kind}` : ''}`,
  generic: 'without an adapter',
  kinds: { email: 'E-mail', phone: 'Phone', externalId: 'Number' } satisfies Record<
    RawIdentifier['kind'],
    string
  >,
  where: (found: string) => `found at ${found}`,
  missed: (n: number) => `Looked for in vain: ${n}`,
};
