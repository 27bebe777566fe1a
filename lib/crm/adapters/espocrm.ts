import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { recordPages } from '../record-pages';

const pages = (entity: string) =>
  recordPages('espocrm', entity.toLowerCase(), [
    { path: '/**', hash: `/${entity}/view/:id` },
    { path: '/**', hash: `/${entity}/edit/:id` },
  ]);

/** EspoCRM, self-hosted under any host and folder. */
export const espocrm = {
  id: 'espocrm',
  label: 'EspoCRM',
  version: 1,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/espocrm/espocrm/blob/master/client/src/router.js',
      'https://github.com/espocrm/espocrm/blob/master/html/main.html',
    ],
    on: '2026-11-27',
  },
  site: { hosts: [], signature: 'head > script[data-name="loader-params"]' },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [...pages('Contact'), ...pages('Account'), ...pages('Lead'), ...pages('Case')],
  lists: [],
} satisfies CrmAdapter;
