import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { recordPages } from '../record-pages';

/** With or without the organisation in front; a canvas is another view of the same record. */
const pages = (recordType: string, module: string) =>
  recordPages('zoho-crm', recordType, [
    { path: `/**/tab/${module}/:id{digits}` },
    { path: `/**/tab/${module}/:id{digits}/canvas/:canvas{digits}` },
  ]);

/** Zoho CRM, in each of its data centres. */
export const zohoCrm = {
  id: 'zoho-crm',
  label: 'Zoho CRM',
  version: 1,
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
    ...pages('contact', 'Contacts'),
    ...pages('account', 'Accounts'),
    ...pages('lead', 'Leads'),
    ...pages('case', 'Cases'),
  ],
  lists: [],
} satisfies CrmAdapter;
