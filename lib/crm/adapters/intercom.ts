import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** Intercom, in each of its regions. */
export const intercom = {
  id: 'intercom',
  label: 'Intercom',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/airweave-ai/airweave/blob/main/backend/airweave/platform/sources/intercom.py',
      'https://github.com/papercups-io/papercups/blob/master/assets/src/components/customers/CustomerIntercomInfo.tsx',
      'https://docs.forepost.ai/help/deep-links',
    ],
    on: '2026-11-27',
  },
  site: {
    hosts: ['app.intercom.com', 'app.eu.intercom.com', 'app.au.intercom.com'],
    signature: null,
  },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('intercom', 'contact', [
      { path: '/a/apps/:app/users/:id{hex24}' },
      { path: '/a/apps/:app/users/:id{hex24}/all-conversations' },
    ]),
    ...casePages('intercom', 'ticket', [{ path: '/a/apps/:app/tickets/:id{digits}' }]),
    // Whatever inbox it is looked at in.
    ...casePages('intercom', 'conversation', [
      { path: '/**/conversation/:id{digits}' },
      { path: '/**/conversations/:id{digits}' },
    ]),
  ],
  lists: [],
} satisfies CrmAdapter;
