import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** With or without the organisation in front; a canvas is another view of the same record. */
const urls = (module: string) => [
  { path: `/**/tab/${module}/:id{digits}` },
  { path: `/**/tab/${module}/:id{digits}/canvas/:canvas{digits}` },
];

/** Zoho CRM, in each of its data centres. */
export const zohoCrm = {
  id: 'zoho-crm',
  label: 'Zoho CRM',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/AntoineSelectra/OPP3/issues/8',
      'https://desk.zoho.com/portal/ubicorp/en/kb/articles/functions-integration-tasks',
    ],
    on: '2026-11-27',
  },
  site: {
    hosts: [
      'crm.zoho.com',
      'crm.zoho.eu',
      'crm.zoho.in',
      'crm.zoho.com.au',
      'crm.zoho.com.cn',
      'crm.zoho.jp',
      'crm.zoho.sa',
      'crm.zoho.uk',
      'crm.zohocloud.ca',
    ],
    signature: null,
  },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('zoho-crm', 'contact', urls('Contacts')),
    ...recordPages('zoho-crm', 'account', urls('Accounts')),
    ...recordPages('zoho-crm', 'lead', urls('Leads')),
    ...casePages('zoho-crm', 'case', urls('Cases')),
  ],
  lists: [],
} satisfies CrmAdapter;
