import type { Address, CrmAdapter } from '@/lib/protocol/crm-adapter';
import { recordPages } from '../record-pages';

/** The classic interface frames a form, by its address; workspaces have the table and the record in their path. */
function pages(recordType: string, table: string) {
  const form: Address = { path: `/${table}.do`, query: { sys_id: ':id{hex32}' } };
  return recordPages('servicenow', recordType, [
    form,
    { path: '/nav_to.do', query: { uri: ':form' }, inner: { form } },
    { path: '/now/nav/ui/classic/params/target/:form', inner: { form } },
    { path: `/now/cwf/agent/record/${table}/:id{hex32}` },
    { path: `/now/workspace/agent/record/${table}/:id{hex32}` },
  ]);
}

/** ServiceNow Customer Service Management: classic, agent workspace and configurable workspace. */
export const servicenow = {
  id: 'servicenow',
  label: 'ServiceNow CSM',
  version: 1,
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
    ...pages('case', 'sn_customerservice_case'),
    ...pages('contact', 'customer_contact'),
    ...pages('account', 'customer_account'),
    ...pages('consumer', 'csm_consumer'),
  ],
  lists: [],
} satisfies CrmAdapter;
