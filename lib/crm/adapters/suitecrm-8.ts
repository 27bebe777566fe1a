import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { recordPages } from '../record-pages';

const pages = (recordType: string, module: string) =>
  recordPages('suitecrm', recordType, [{ path: '/**', hash: `/${module}/record/:id` }]);

/** SuiteCRM 8, self-hosted under any host and folder. Records that were in SuiteCRM 7 have their ids. */
export const suitecrm8 = {
  id: 'suitecrm-8',
  label: 'SuiteCRM 8',
  version: 1,
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
    ...pages('contact', 'contacts'),
    ...pages('account', 'accounts'),
    ...pages('lead', 'leads'),
    ...pages('case', 'cases'),
  ],
  lists: [],
} satisfies CrmAdapter;
