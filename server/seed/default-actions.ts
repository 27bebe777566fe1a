import type { OwnWords } from '@/lib/domain/offer-rules';
import type { RescueAction } from '@/lib/domain/playbook';

const gave = (en: string, es: string): OwnWords => ({ en, es });
const own = { fallback: false, macro: null };

/** What may be offered: first what makes good the loss itself, then what shows it is taken seriously. */
export const defaultActions: RescueAction[] = [
  {
    code: 'refund-charge',
    label: 'Refund the wrong charge',
    when: { reasons: ['billed-twice', 'refund-missing'] },
    costMinor: 2500,
    kind: 'refund',
    ...own,
    macro: gave('Refunded {amount}, reference {reference}.', 'Devueltos {amount}, referencia {reference}.'),
  },
  {
    code: 'credit-days-lost',
    label: 'Credit the days without service',
    when: { reasons: ['no-connection', 'slow-internet'] },
    costMinor: 1500,
    kind: 'refund',
    ...own,
    macro: gave(
      'Credited {amount} for the days without service, reference {reference}.',
      'Abonados {amount} por los días sin servicio, referencia {reference}.',
    ),
  },
  {
    code: 'replace-device',
    label: 'New device by express',
    when: { reasons: ['device-fault', 'no-connection', 'slow-internet'] },
    costMinor: 3500,
    kind: 'repair',
    ...own,
  },
  {
    code: 'engineer-in-two-days',
    label: 'Engineer within two days',
    when: { reasons: ['engineer-missed', 'no-connection'] },
    costMinor: 2000,
    kind: 'speed',
    ...own,
  },
  {
    code: 'refund-delivery',
    label: 'Refund the delivery fee',
    when: { reasons: ['delivery-late'] },
    costMinor: 500,
    kind: 'refund',
    ...own,
  },
  {
    code: 'check-bills',
    label: 'Check the last three bills',
    when: { reasons: ['billed-twice', 'bill-unclear', 'price-increase'] },
    costMinor: null,
    kind: 'repair',
    ...own,
  },
  {
    code: 'old-price-three-months',
    label: 'Old price for three months',
    when: { reasons: ['price-increase', 'competitor-offer', 'wants-to-leave'], levels: ['at-risk', 'watch'] },
    costMinor: 4500,
    kind: 'retention',
    ...own,
  },
  {
    code: 'direct-line',
    label: 'Direct line, no queue, for 30 days',
    when: { minContacts90: 3 },
    costMinor: null,
    kind: 'speed',
    ...own,
  },
  {
    code: 'named-callback',
    label: 'Call back by one named person',
    when: {},
    costMinor: null,
    kind: 'explanation',
    ...own,
    fallback: true,
    macro: gave('{owner} calls {customer} back.', '{owner} devuelve la llamada a {customer}.'),
  },
  {
    code: 'written-explanation',
    label: 'What happened, in writing',
    when: { levels: ['at-risk', 'watch'] },
    costMinor: null,
    kind: 'explanation',
    ...own,
    fallback: true,
  },
];
