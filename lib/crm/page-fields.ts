import type { CustomerPage, Field } from '@/lib/protocol/crm-adapter';

/** What is read of the customers on a page; of whom a case is about, an adapter reads nothing. */
export function pageFields(page: CustomerPage): readonly Field[] {
  if ('fromAddress' in page) return page.fromAddress;
  return 'people' in page ? page.people.fields : [];
}
