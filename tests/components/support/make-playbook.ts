import type { Playbook } from '@/lib/domain/playbook';
import { noOfferRules } from '@/tests/support/no-offer-rules';

/** No action of these is given without leave, and none has words of its own. */
const plain = { fallback: false, macro: null };

export const playbook: Playbook = {
  id: 'calls',
  version: 1,
  limitMinor: 5000,
  currency: 'EUR',
  prompts: [
    {
      id: 'own-the-broken-promise',
      when: { brokenPromise: true, phases: ['start', 'during'] },
      intent: 'Name what we said and did not do, before they have to',
      example: 'We said this would be done by now, and it isn’t. I’m sorry. Let me take that first.',
      source: 'X1',
      disclosing: true,
    },
    {
      id: 'let-them-finish',
      when: { phases: ['start', 'during'] },
      intent: 'Let them finish; then one open question',
      example: 'What happened then?',
      source: 'X3',
      disclosing: false,
    },
    {
      id: 'why-you-ask',
      when: { phases: ['start', 'during'] },
      intent: 'Say why you ask who is calling',
      example: 'Before I open anything, let me make sure it is you. That protects your account.',
      source: 'X4',
      disclosing: false,
    },
    {
      id: 'warm-words',
      when: {},
      intent: 'Warm first words, and your own name',
      example: 'Good morning, this is Rosa. How can I help?',
      source: 'X3',
      disclosing: false,
    },
  ],
  ...noOfferRules,
  actions: [
    {
      code: 'refund-charge',
      label: 'Refund the wrong charge',
      when: {},
      costMinor: 1800,
      kind: 'refund',
      ...plain,
    },
    {
      code: 'check-bills',
      label: 'Check the last three bills',
      when: {},
      costMinor: null,
      kind: 'repair',
      ...plain,
    },
    {
      code: 'call-back',
      label: 'Call back on a day they choose',
      when: {},
      costMinor: null,
      kind: 'speed',
      ...plain,
    },
    {
      code: 'old-price',
      label: 'Old price for three months',
      when: {},
      costMinor: 4500,
      kind: 'retention',
      ...plain,
    },
    { code: 'credit', label: 'Credit the days lost', when: {}, costMinor: 1500, kind: 'refund', ...plain },
  ],
};
