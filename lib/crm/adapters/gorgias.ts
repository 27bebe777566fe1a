import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** Gorgias; a ticket may stand beside the view it was opened from. */
export const gorgias = {
  id: 'gorgias',
  label: 'Gorgias',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://developers.gorgias.com/reference/the-ticket-object',
      'https://github.com/LaurynasBuinauskas/gorgias-ai-assistant/blob/main/docs/user-setup-guide.md',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['*.gorgias.com'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...casePages('gorgias', 'ticket', [
      { path: '/app/ticket/:id{digits}' },
      { path: '/app/views/:view{digits}/:id{digits}' },
    ]),
    ...recordPages('gorgias', 'customer', [{ path: '/app/customer/:id{digits}' }]),
  ],
  lists: [],
} satisfies CrmAdapter;
