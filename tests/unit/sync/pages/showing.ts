import type { PageReport } from '@/lib/crm/page-report';

/** A page's report of one customer, by key. */
export const showing = (key: string, seq: number): PageReport => ({
  state: 'customer',
  seq,
  identity: {
    key,
    adapter: 'demo',
    pageKind: 'customer',
    trust: 'proven' as const,
    name: `Name of ${key}`,
    people: [],
  },
});
