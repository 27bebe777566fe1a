import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages } from '../record-pages';

/** Front: a link has the conversation's id as its API gives it, the address while working a number. */
export const front = {
  id: 'front',
  label: 'Front',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/zulip/zulip/blob/main/zerver/webhooks/front/doc.md',
      'https://dev.frontapp.com/reference/openurl.md',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['app.frontapp.com'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: casePages('front', 'conversation', [
    { path: '/open/:id{cnv_+alnum}' },
    { path: '/inboxes/teams/views/:view{digits}/open/:id{digits}' },
    { path: '/inboxes/teams/folders/:folder{digits}/:state/:id{digits}' },
  ]),
  lists: [],
} satisfies CrmAdapter;
