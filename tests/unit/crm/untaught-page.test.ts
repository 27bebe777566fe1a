// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { Detection } from '@/lib/crm/detect';
import type { PageIdentity } from '@/lib/crm/page-report';
import { onUntaughtPage } from '@/lib/crm/untaught-page';
import type { CrmAdapter, Evidence } from '@/lib/protocol/crm-adapter';

const on = '2026-11-27';
const here = { url: new URL('https://crm.example/orders'), document };

const known = (kind: 'taught' | 'learned', host = 'crm.example'): CrmAdapter => ({
  ...{ id: 'own', label: host, version: 1, site: { hosts: [host], signature: null } },
  evidence: { kind, on } satisfies Evidence,
  ...{ ignore: [], agent: [], nobody: [], lists: [], pages: [] },
});
const read = (trust: PageIdentity['trust']): Detection => ({
  state: 'customer',
  identity: { key: 'k', adapter: 'generic', pageKind: 'page', trust, name: '', people: [] },
  ...{ witnesses: [], anchor: null, roots: [] },
});

it.each([
  ['asks nobody which of several it is, where the site was taught', 'doubtful', known('taught'), 'nobody'],
  ['shows the one whom it names, where the site was taught', 'likely', known('taught'), 'customer'],
  ['asks, where the site was learned from answers', 'doubtful', known('learned'), 'customer'],
  ['asks, where another site was taught', 'doubtful', known('taught', 'other.example'), 'customer'],
] as const)('a page that no adapter knows %s', (_, trust, adapter, state) => {
  expect(onUntaughtPage(read(trust), here, [adapter]).state).toBe(state);
});
