import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import { recordPages } from '../record-pages';

/** Twenty, self-hosted or in its cloud. */
export const twenty = {
  id: 'twenty',
  label: 'Twenty',
  version: 1,
  evidence: {
    kind: 'documented',
    sources: [
      'https://github.com/twentyhq/twenty/blob/main/packages/twenty-shared/src/types/AppPath.ts',
      'https://github.com/twentyhq/twenty/blob/main/packages/twenty-front/index.html',
    ],
    on: '2026-11-27',
  },
  site: { hosts: ['*.twenty.com'], signature: 'head > script#twenty-env-config' },
  ignore: [],
  agent: [],
  nobody: [],
  pages: [
    ...recordPages('twenty', 'person', [{ path: '/object/person/:id{uuid}' }]),
    ...recordPages('twenty', 'company', [{ path: '/object/company/:id{uuid}' }]),
  ],
  lists: [],
} satisfies CrmAdapter;
