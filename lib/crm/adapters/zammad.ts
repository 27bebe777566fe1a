import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** Zammad, self-hosted or in its cloud. */
export const zammad = {
  id: 'zammad',
  label: 'Zammad',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/zammad/zammad/tree/develop/app/assets/javascripts/app/controllers',
      'https://github.com/zammad/zammad/blob/develop/app/views/layouts/application.html.erb',
    ],
    on: '2026-11-27',
  },
  // Its own form script; websites that embed a Zammad form load it from another host.
  site: { hosts: ['*.zammad.com'], signature: 'head > script#zammad_form_script[src^="/"]' },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('zammad', 'user', [{ path: '/**', hash: '/user/profile/:id{digits}' }]),
    ...recordPages('zammad', 'organization', [{ path: '/**', hash: '/organization/profile/:id{digits}' }]),
    ...casePages('zammad', 'ticket', [
      { path: '/**', hash: '/ticket/zoom/:id{digits}' },
      { path: '/**', hash: '/ticket/zoom/:id{digits}/:article{digits}' },
      { path: '/**', hash: '/ticket/zoom/:id{digits}/nav/:nav' },
    ]),
  ],
  lists: [],
} satisfies CrmAdapter;
