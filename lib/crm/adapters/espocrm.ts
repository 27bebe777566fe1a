import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

const urls = (entity: string) => [
  { path: '/**', hash: `/${entity}/view/:id` },
  { path: '/**', hash: `/${entity}/edit/:id` },
];

/** EspoCRM, self-hosted under any host and folder. */
export const espocrm = {
  id: 'espocrm',
  label: 'EspoCRM',
  version: 2,
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
  pages: [
    ...recordPages('espocrm', 'contact', urls('Contact')),
    ...recordPages('espocrm', 'account', urls('Account')),
    ...recordPages('espocrm', 'lead', urls('Lead')),
    ...casePages('espocrm', 'case', urls('Case')),
  ],
  lists: [],
} satisfies CrmAdapter;
