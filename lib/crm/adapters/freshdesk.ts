import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** Freshdesk, with the addresses that its tickets had before. */
export const freshdesk = {
  id: 'freshdesk',
  label: 'Freshdesk',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/airweave-ai/airweave/blob/main/backend/airweave/platform/sources/freshdesk.py',
      'https://github.com/zulip/zulip/blob/main/zerver/webhooks/freshdesk/tests.py',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['*.freshdesk.com'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...casePages('freshdesk', 'ticket', [
      { path: '/a/tickets/:id{digits}' },
      { path: '/helpdesk/tickets/:id{digits}' },
    ]),
    ...recordPages('freshdesk', 'contact', [{ path: '/a/contacts/:id{digits}' }]),
    ...recordPages('freshdesk', 'company', [{ path: '/a/companies/:id{digits}' }]),
  ],
  lists: [],
} satisfies CrmAdapter;
