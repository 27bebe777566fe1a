import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

export const pipedrive = {
  id: 'pipedrive',
  label: 'Pipedrive',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/ringcentral/rc-unified-crm-extension/blob/main/src/connectors/manifest.json',
      'https://docs.airweave.ai/docs/connectors/pipedrive',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['*.pipedrive.com'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('pipedrive', 'person', [{ path: '/person/:id{digits}' }]),
    ...recordPages('pipedrive', 'organization', [{ path: '/organization/:id{digits}' }]),
    // A deal that may come, about a person or an organization.
    ...casePages('pipedrive', 'lead', [{ path: '/leads/inbox/:id{uuid}' }]),
  ],
  lists: [],
} satisfies CrmAdapter;
