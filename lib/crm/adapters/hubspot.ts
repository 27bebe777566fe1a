import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** By the object's number, and as it was before 2023. */
const urls = (object: string, number: string) => [
  { path: `/contacts/:portal{digits}/record/${number}/:id{digits}` },
  { path: `/contacts/:portal{digits}/${object}/:id{digits}` },
];

/** HubSpot, in each of its data centres. */
export const hubspot = {
  id: 'hubspot',
  label: 'HubSpot',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://developers.hubspot.com/docs/api/crm/understanding-the-crm',
      'https://github.com/onyx-dot-app/onyx/blob/main/backend/onyx/connectors/hubspot/connector.py',
      'https://github.com/airweave-ai/airweave/blob/main/backend/airweave/platform/sources/hubspot.py',
    ],
    on: '2026-11-27',
  },
  site: {
    hosts: [
      'app.hubspot.com',
      'app-eu1.hubspot.com',
      'app-na2.hubspot.com',
      'app-na3.hubspot.com',
      'app-ap1.hubspot.com',
    ],
    signature: null,
  },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('hubspot', 'contact', urls('contact', '0-1')),
    ...recordPages('hubspot', 'company', urls('company', '0-2')),
    ...casePages('hubspot', 'ticket', [
      ...urls('ticket', '0-5'),
      { path: '/help-desk/:portal{digits}/view/:view/ticket/:id{digits}' },
    ]),
  ],
  lists: [],
} satisfies CrmAdapter;
