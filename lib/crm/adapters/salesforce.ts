import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { recordPages } from '../record-pages';

/**
 * 15 characters, or 18 of which the last three tell cases apart; the first three say what kind of record it is. In a
 * console the path is the tab that is in front; `ws` only says in which tab it lies.
 */
const pages = (object: string, prefix: string) =>
  recordPages('salesforce', object.toLowerCase(), [
    { path: `/lightning/r/${object}/:id{${prefix}+alnum12,15}/view` },
    { path: `/lightning/r/${object}/:id{${prefix}+alnum12,15}/edit` },
    { path: `/lightning/r/:id{${prefix}+alnum12,15}/view` },
  ]);

/** Salesforce Lightning Experience, with or without a console. */
export const salesforce = {
  id: 'salesforce',
  label: 'Salesforce Lightning',
  version: 1,
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
    ...pages('Contact', '003'),
    ...pages('Account', '001'),
    ...pages('Lead', '00Q'),
    ...pages('Case', '500'),
  ],
  lists: [],
} satisfies CrmAdapter;
