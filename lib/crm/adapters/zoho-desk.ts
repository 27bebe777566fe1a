import type { CrmAdapter, UrlPattern } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** As its API still names every record; opened there, tickets go on to the newer address. */
const classic = (module: string): UrlPattern => ({
  path: '/support/:portal/ShowHomePage.do',
  hash: `/${module}/dv/:id{alnum}`,
});

/** Zoho Desk, in each of its data centres. */
export const zohoDesk = {
  id: 'zoho-desk',
  label: 'Zoho Desk',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: ['https://desk.zoho.com/DeskAPIDocument', 'https://glama.ai/mcp/servers/x7amhk31in'],
    on: '2026-11-27',
  },
  site: {
    hosts: [
      'desk.zoho.com',
      'desk.zoho.eu',
      'desk.zoho.in',
      'desk.zoho.com.au',
      'desk.zoho.com.cn',
      'desk.zoho.jp',
    ],
    signature: null,
  },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...casePages('zoho-desk', 'ticket', [{ path: '/**/tickets/details/:id{digits}' }, classic('Cases')]),
    ...recordPages('zoho-desk', 'contact', [classic('Contacts')]),
  ],
  lists: [],
} satisfies CrmAdapter;
