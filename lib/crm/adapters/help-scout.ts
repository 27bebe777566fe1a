import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** Help Scout; behind a conversation's id stands the number that its customer knows. */
export const helpScout = {
  id: 'help-scout',
  label: 'Help Scout',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://developer.helpscout.com/webhooks/objects/conversation',
      'https://developer.helpscout.com/help-desk-api/objects/search-conversation',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['secure.helpscout.net'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...casePages('help-scout', 'conversation', [
      { path: '/conversation/:id{digits}' },
      { path: '/conversation/:id{digits}/:number{digits}' },
    ]),
    ...recordPages('help-scout', 'customer', [
      { path: '/customer/:id{digits}' },
      { path: '/customer/:id{digits}/:mailbox{digits}' },
    ]),
  ],
  lists: [],
} satisfies CrmAdapter;
