import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { recordPages } from '../record-pages';

/** By the object's number, and as it was before 2023. */
const pages = (recordType: string, object: string) =>
  recordPages('hubspot', recordType, [
    { path: `/contacts/:portal{digits}/record/${object}/:id{digits}` },
    { path: `/contacts/:portal{digits}/${recordType}/:id{digits}` },
  ]);

/** HubSpot, in each of its data centres. */
export const hubspot = {
  id: 'hubspot',
  label: 'HubSpot',
  version: 1,
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
    ...pages('contact', '0-1'),
    ...pages('company', '0-2'),
    ...pages('ticket', '0-5'),
    ...recordPages('hubspot', 'ticket', [
      { path: '/help-desk/:portal{digits}/view/:view/ticket/:id{digits}' },
    ]),
  ],
  lists: [],
} satisfies CrmAdapter;
