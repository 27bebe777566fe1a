import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { casePages, recordPages } from '../record-pages';

/**
 * 15 characters, or 18 of which the last three tell cases apart; the first three say what kind of record it is. In a
 * console the path is the tab that is in front; `ws` only says in which tab it lies.
 */
const urls = (object: string, prefix: string) => [
  { path: `/lightning/r/${object}/:id{${prefix}+alnum12,15}/view` },
  { path: `/lightning/r/${object}/:id{${prefix}+alnum12,15}/edit` },
  { path: `/lightning/r/:id{${prefix}+alnum12,15}/view` },
];

/** Salesforce Lightning Experience, with or without a console. */
export const salesforce = {
  id: 'salesforce',
  label: 'Salesforce Lightning',
  version: 2,
  evidence: {
    kind: 'documented',
    sources: [
      'https://developer.salesforce.com/docs/platform/apex-ref/references/apex-ref/apex-class-system-domaincreator.html',
      'https://www.mintlify.com/trailheadapps/lwc-recipes/components/navigation/to-record',
      'https://github.com/airweave-ai/airweave/blob/main/backend/airweave/platform/sources/salesforce.py',
      'https://urleditor.online/guides/salesforce',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['*.lightning.force.com'], signature: null },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('salesforce', 'contact', urls('Contact', '003')),
    ...recordPages('salesforce', 'account', urls('Account', '001')),
    ...recordPages('salesforce', 'lead', urls('Lead', '00Q')),
    ...casePages('salesforce', 'case', urls('Case', '500')),
  ],
  lists: [],
} satisfies CrmAdapter;
