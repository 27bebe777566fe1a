import type { Kysely } from 'kysely';
import type { Database } from '@/server/db/schema';
import type { CrmCustomer } from '../crm/crm-records';

const CONTRACTS = { monthly: 'Month-to-month', yearly: 'One year', longer: 'Two years' };

type IdentifierRow = {
  customer_id: string;
  kind: string;
  system: string;
  record_type: string;
  shown: string;
};

function firstShown(rows: readonly IdentifierRow[], kind: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of rows) {
    if (row.kind === kind && !found.has(row.customer_id)) found.set(row.customer_id, row.shown);
  }
  return found;
}

/** The store's customers as the demo CRM shows them: those who have a number in it, spelled as they came. */
export async function readCrmCustomers(db: Kysely<Database>): Promise<CrmCustomer[]> {
  const customers = await db
    .selectFrom('customers')
    .select(['customer_id', 'name', 'since', 'contract'])
    .execute();
  const identifiers = await db
    .selectFrom('identifiers')
    .select(['customer_id', 'kind', 'system', 'record_type', 'shown'])
    .orderBy('customer_id')
    .orderBy('value')
    .execute();
  const demoIds = identifiers.filter((row) => row.system === 'demo' && row.record_type === 'customer');
  const ids = firstShown(demoIds, 'externalId');
  const emails = firstShown(identifiers, 'email');
  const phones = firstShown(identifiers, 'phone');
  return customers
    .flatMap((c) => {
      const id = ids.get(c.customer_id);
      if (id === undefined) return [];
      return [
        {
          id,
          name: c.name,
          email: emails.get(c.customer_id) ?? null,
          phone: phones.get(c.customer_id) ?? null,
          since: c.since,
          contract: c.contract ? CONTRACTS[c.contract] : 'No contract',
        },
      ];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
