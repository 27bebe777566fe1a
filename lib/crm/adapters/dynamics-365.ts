import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** Each region has a number: `contoso.crm4.dynamics.com` is in Europe. */
const REGIONS = ['', ...Array.from({ length: 20 }, (_, i) => i + 2)];

const urls = (entity: string) => [
  { path: '/**/main.aspx', query: { pagetype: 'entityrecord', etn: entity, id: ':id{uuid}' } },
];

/** Microsoft Dynamics 365 (model-driven apps), in Microsoft's cloud. */
export const dynamics365 = {
  id: 'dynamics-365',
  label: 'Microsoft Dynamics 365',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://docs.microsoft.com/en-us/powerapps/developer/model-driven-apps/open-forms-views-dialogs-reports-url',
      'https://learn.microsoft.com/en-us/previous-versions/dynamicscrm-2016/developers-guide/gg328483(v=crm.8)',
      'https://learn.microsoft.com/en-au/previous-versions/dynamicscrm-2016/developers-guide/gg328127(v=crm.8)',
    ],
    on: '2026-11-27',
  },
  site: {
    hosts: [
      ...REGIONS.map((region) => `*.crm${region}.dynamics.com`),
      // The clouds of the United States' government and of China.
      '*.crm.microsoftdynamics.us',
      '*.crm.appsplatform.us',
      '*.crm.dynamics.cn',
    ],
    signature: null,
  },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('dynamics-365', 'contact', urls('contact')),
    ...recordPages('dynamics-365', 'account', urls('account')),
    ...recordPages('dynamics-365', 'lead', urls('lead')),
    ...casePages('dynamics-365', 'case', urls('incident')),
  ],
  lists: [],
} satisfies CrmAdapter;
