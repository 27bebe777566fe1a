import type { RescueAction } from '@/lib/domain/playbook';

/** What may be offered: first what makes good the loss itself, then what shows it is taken seriously. */
export const defaultActions: RescueAction[] = [
  {
    code: 'refund-charge',
    label: 'Refund the wrong charge',
    when: { reasons: ['billed-twice', 'refund-missing'] },
    costMinor: 2500,
    kind: 'refund',
  },
  {
    code: 'credit-days-lost',
    label: 'Credit the days without service',
    when: { reasons: ['no-connection', 'slow-internet'] },
    costMinor: 1500,
    kind: 'refund',
  },
  {
    code: 'replace-device',
    label: 'New device by express',
    when: { reasons: ['device-fault', 'no-connection', 'slow-internet'] },
    costMinor: 3500,
    kind: 'repair',
  },
  {
    code: 'engineer-in-two-days',
    label: 'Engineer within two days',
    when: { reasons: ['engineer-missed', 'no-connection'] },
    costMinor: 2000,
    kind: 'speed',
  },
  {
    code: 'refund-delivery',
    label: 'Refund the delivery fee',
    when: { reasons: ['delivery-late'] },
    costMinor: 500,
    kind: 'refund',
  },
  {
    code: 'check-bills',
    label: 'Check the last three bills',
    when: { reasons: ['billed-twice', 'bill-unclear', 'price-increase'] },
    costMinor: null,
    kind: 'repair',
  },
  {
    code: 'old-price-three-months',
    label: 'Old price for three months',
    when: { reasons: ['price-increase', 'competitor-offer', 'wants-to-leave'], levels: ['at-risk', 'watch'] },
    costMinor: 4500,
    kind: 'retention',
  },
  {
    code: 'direct-line',
    label: 'Direct line, no queue, for 30 days',
    when: { minContacts90: 3 },
    costMinor: null,
    kind: 'speed',
  },
  {
    code: 'named-callback',
    label: 'Call back by one named person',
    when: {},
    costMinor: null,
    kind: 'explanation',
  },
  {
    code: 'written-explanation',
    label: 'What happened, in writing',
    when: { levels: ['at-risk', 'watch'] },
    costMinor: null,
    kind: 'explanation',
  },
];
