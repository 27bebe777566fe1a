import type { Kysely } from 'kysely';
import type { Clock } from '@/lib/platform/clock';
import { identifierLookup } from '@/server/db/identifier-lookup';
import type { Database } from '@/server/db/schema';
import { type CustomerRow, readCustomerRow } from './customer-row';
import type { ImportReport, Progress } from './import-report';
import type { CustomerMapping } from './mapping';
import type { CsvFile } from './open-csv';
import type { DateOrder } from './parse-time';
import { runImport } from './run-import';
import { writeCustomers } from './write-customers';

export type CustomerImport = {
  db: Kysely<Database>;
  /** the business clock: a tenure in months is counted back from it */
  clock: Clock;
  csv: CsvFile;
  mapping: CustomerMapping;
  /** ISO 3166; the organisation's own if not given */
  region?: string | undefined;
  dateOrder?: DateOrder | undefined;
  reportPath: string;
  onProgress?: ((progress: Progress) => void) | undefined;
};

function minorDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/**
 * Adds the file's customers and changes those that are there already. Re-score afterwards (`rescoreAll`): until then
 * they are marked and the levels are the old ones.
 */
export async function importCustomers(options: CustomerImport): Promise<ImportReport> {
  const { db, clock, mapping, dateOrder = null } = options;
  const organisation = await db
    .selectFrom('organisation')
    .select(['default_region', 'currency'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const context = {
    mapping,
    region: options.region ?? organisation.default_region,
    dateOrder,
    minorDigits: minorDigits(organisation.currency),
  };
  const now = clock.now();
  return runImport<CustomerRow>(
    {
      read(row, cell) {
        const { customer, issues } = readCustomerRow(row, cell, context);
        return { record: customer, issues };
      },
      idsOf: (customer) =>
        customer.externalIds.map((id) => ({
          id: identifierLookup(id),
          column: mapping.ids.find((c) => id.kind === 'externalId' && c.system === id.system)?.column ?? '',
          value: id.value,
        })),
      write: (trx, customers) => writeCustomers(trx, customers, now),
    },
    options,
  );
}
