import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { recordPages } from '../record-pages';

/** Freshsales, as a part of Freshworks. */
export const freshsales = {
  id: 'freshsales',
  label: 'Freshsales',
  version: 1,
  evidence: {
    kind: 'documented',
    sources: ['https://developers.freshworks.com/crm/api/'],
    on: '2026-11-27',
  },
  site: { hosts: ['*.myfreshworks.com'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('freshsales', 'contact', [{ path: '/crm/sales/contacts/:id{digits}' }]),
    ...recordPages('freshsales', 'account', [{ path: '/crm/sales/accounts/:id{digits}' }]),
  ],
  lists: [],
} satisfies CrmAdapter;
