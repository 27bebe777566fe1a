import type { Address, CrmAdapter, UrlPattern } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** A page may also be loaded into the one before, and then stands in the hash. */
function urls(module: string): UrlPattern[] {
  const detail: Address = {
    path: '/**/index.php',
    query: { module, action: 'DetailView', record: ':id' },
  };
  return [
    detail,
    {
      path: '/**/index.php',
      query: { action: 'ajaxui' },
      hashQuery: { ajaxUILoc: ':detail' },
      inner: { detail },
    },
  ];
}

/** SuiteCRM 7, self-hosted under any host and folder. Its records keep their ids in SuiteCRM 8. */
export const suitecrm7 = {
  id: 'suitecrm-7',
  label: 'SuiteCRM 7',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/salesagility/SuiteCRM/blob/master/themes/SuiteP/tpls/_head.tpl',
      'https://github.com/salesagility/SuiteCRM-Core/blob/master/core/app/core/src/lib/services/navigation/route-converter/route-converter.service.spec.ts',
    ],
    on: '2026-11-27',
  },
  site: { hosts: [], signature: 'head > link[href^="themes/SuiteP/"]' },
  ignore: [],
  agent: [],
  // Two records in one address: the one in the hash may have been loaded over the other.
  nobody: [{ path: '/**/index.php', query: { action: 'DetailView' }, hashQuery: { ajaxUILoc: ':other' } }],
  pages: [
    ...recordPages('suitecrm', 'contact', urls('Contacts')),
    ...recordPages('suitecrm', 'account', urls('Accounts')),
    ...recordPages('suitecrm', 'lead', urls('Leads')),
    ...casePages('suitecrm', 'case', urls('Cases')),
  ],
  lists: [],
} satisfies CrmAdapter;
