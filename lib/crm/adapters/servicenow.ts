import type { Address, CrmAdapter, UrlPattern } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** The classic interface frames a form, by its address; workspaces have the table and the record in their path. */
function urls(table: string): UrlPattern[] {
  const form: Address = { path: `/${table}.do`, query: { sys_id: ':id{hex32}' } };
  return [
    form,
    { path: '/nav_to.do', query: { uri: ':form' }, inner: { form } },
    { path: '/now/nav/ui/classic/params/target/:form', inner: { form } },
    { path: `/now/cwf/agent/record/${table}/:id{hex32}` },
    { path: `/now/workspace/agent/record/${table}/:id{hex32}` },
  ];
}

/** ServiceNow Customer Service Management: classic, agent workspace and configurable workspace. */
export const servicenow = {
  id: 'servicenow',
  label: 'ServiceNow CSM',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://www.servicenow.com/docs/r/australia/platform-user-interface/navigate-using-url.html',
      'https://www.servicenow.com/community/developer-forum/create-url-link-for-a-record-in-agent-workspace-agent-workspace/m-p/1379878',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['*.service-now.com'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...casePages('servicenow', 'case', urls('sn_customerservice_case')),
    ...recordPages('servicenow', 'contact', urls('customer_contact')),
    ...recordPages('servicenow', 'account', urls('customer_account')),
    ...recordPages('servicenow', 'consumer', urls('csm_consumer')),
  ],
  lists: [],
} satisfies CrmAdapter;
