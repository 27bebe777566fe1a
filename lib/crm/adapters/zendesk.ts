import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** Zendesk Support; the agent workspace has the same addresses. */
export const zendesk = {
  id: 'zendesk',
  label: 'Zendesk',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/airweave-ai/airweave/blob/main/backend/airweave/platform/entities/zendesk.py',
      'https://github.com/onyx-dot-app/onyx/blob/main/backend/onyx/connectors/zendesk/connector.py',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['*.zendesk.com'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...casePages('zendesk', 'ticket', [{ path: '/agent/tickets/:id{digits}' }]),
    ...recordPages('zendesk', 'user', [
      { path: '/agent/users/:id{digits}' },
      { path: '/agent/users/:id{digits}/requested_tickets' },
      { path: '/agent/users/:id{digits}/identities' },
    ]),
    ...recordPages('zendesk', 'organization', [
      { path: '/agent/organizations/:id{digits}' },
      { path: '/agent/organizations/:id{digits}/tickets' },
    ]),
  ],
  lists: [],
} satisfies CrmAdapter;
