import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/** Up to 17 in the hash; from 18 on as the last of the records in the path. */
const urls = (model: string) => [
  { path: '/**/web', hashQuery: { model, view_type: 'form', id: ':id{digits}' } },
  { path: `/**/${model}/:id{digits}` },
];

/** Odoo, self-hosted or in its cloud. */
export const odoo = {
  id: 'odoo',
  label: 'Odoo',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/odoo/odoo/blob/18.0/addons/web/static/src/core/browser/router.js',
      'https://github.com/odoo/odoo/blob/18.0/addons/contacts/views/contact_views.xml',
      'https://github.com/odoo/odoo/blob/18.0/addons/web/views/webclient_templates.xml',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['*.odoo.com'], signature: 'body.o_web_client' },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('odoo', 'contact', [...urls('res.partner'), { path: '/odoo/contacts/:id{digits}' }]),
    // An opportunity more often than a person.
    ...casePages('odoo', 'lead', urls('crm.lead')),
    ...casePages('odoo', 'ticket', urls('helpdesk.ticket')),
  ],
  lists: [],
} satisfies CrmAdapter;
