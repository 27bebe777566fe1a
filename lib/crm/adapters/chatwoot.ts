import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** Chatwoot, self-hosted or in its cloud. `/inbox/7` is an inbox or a conversation: nobody can tell. */
export const chatwoot = {
  id: 'chatwoot',
  label: 'Chatwoot',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/chatwoot/chatwoot/blob/develop/app/javascript/dashboard/routes/dashboard/contacts/routes.js',
      'https://github.com/chatwoot/chatwoot/blob/develop/app/javascript/dashboard/routes/dashboard/conversation/conversation.routes.js',
      'https://github.com/chatwoot/chatwoot/blob/develop/app/views/layouts/vueapp.html.erb',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['app.chatwoot.com'], signature: 'body > #app + noscript#noscript' },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('chatwoot', 'contact', [
      { path: '/app/accounts/:account{digits}/contacts/:id{digits}' },
      { path: '/app/accounts/:account{digits}/contacts/:id{digits}/segments/:segment' },
      { path: '/app/accounts/:account{digits}/contacts/:id{digits}/labels/:label' },
    ]),
    ...casePages('chatwoot', 'conversation', [
      { path: '/app/accounts/:account{digits}/conversations/:id{digits}' },
      // Among the mentions, those that wait, those one takes part in.
      { path: '/app/accounts/:account{digits}/:list/conversations/:id{digits}' },
      // In an inbox, a team, a folder, under a label.
      { path: '/app/accounts/:account{digits}/:list/:name/conversations/:id{digits}' },
    ]),
  ],
  lists: [],
} satisfies CrmAdapter;
