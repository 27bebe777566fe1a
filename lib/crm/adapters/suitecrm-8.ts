import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

const urls = (module: string) => [{ path: '/**', hash: `/${module}/record/:id` }];

/** SuiteCRM 8, self-hosted under any host and folder. Records that were in SuiteCRM 7 have their ids. */
export const suitecrm8 = {
  id: 'suitecrm-8',
  label: 'SuiteCRM 8',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/salesagility/SuiteCRM-Core/blob/master/core/app/core/src/lib/services/navigation/route-converter/route-converter.service.spec.ts',
      'https://github.com/salesagility/SuiteCRM-Core/blob/master/core/app/shell/src/index.html',
    ],
    on: '2026-11-27',
  },
  site: { hosts: [], signature: 'head > link[rel="icon"][href^="dist/themes/suite8/"]' },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('suitecrm', 'contact', urls('contacts')),
    ...recordPages('suitecrm', 'account', urls('accounts')),
    ...recordPages('suitecrm', 'lead', urls('leads')),
    ...casePages('suitecrm', 'case', urls('cases')),
  ],
  lists: [],
} satisfies CrmAdapter;
