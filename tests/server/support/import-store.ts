import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Kysely } from 'kysely';
import { type Clock, clockStartingAt } from '@/lib/platform/clock';
import { openDatabase } from '@/server/db/open-database';
import type { Database } from '@/server/db/schema';
import { importCustomers } from '@/server/import/import-customers';
import type { ImportReport } from '@/server/import/import-report';
import { importResponses } from '@/server/import/import-responses';
import type { DateOrder } from '@/server/import/parse-time';
import { prepareCustomerFile, prepareResponseFile } from '@/server/import/prepare-file';
import type { Survey } from '@/server/import/write-responses';
import { seedOrganisation } from '@/server/seed/seed-organisation';
import type { DatabaseKind } from './databases';

/** Where the telco files lie, beside the checkout; tests that need them are skipped where they don't. */
export const TELCO = {
  customers: '../shared/data/telco/customers.csv',
  responses: '../shared/data/telco/responses.csv',
};

export const idKind = { system: 'demo', recordType: 'customer' };
export const survey: Survey = { kind: 'transactional', mode: 'web', confidentiality: 'attributable' };

type Options = { region?: string; mapPath?: string; dateOrder?: DateOrder; survey?: Survey; clock?: Clock };

/** A customer takes their rows along; these tables stand by themselves. */
const tables = [
  'customers',
  'identifier_owners',
  'response_owners',
  'dirty_customers',
  'card_numbers',
  'published_cards',
  'published_keys',
  'block_digests',
  'delta_pages',
] as const;

export type ImportStore = {
  db: Kysely<Database>;
  clock: Clock;
  /** writes a file into the test's own folder */
  file(name: string, content: string | Uint8Array): string;
  /** what the last import refused, as rows of the report without its header */
  report(): string[][];
  customers(path: string, options?: Options): Promise<ImportReport>;
  responses(path: string, options?: Options): Promise<ImportReport>;
  /** nobody in it any more: quicker than a new database */
  clear(): Promise<void>;
  close(): Promise<void>;
};

/** A store with an organisation and nobody in it, on a clock that starts at `now`. */
export async function openImportStore(kind: DatabaseKind, now: Date): Promise<ImportStore> {
  const database = await kind.create();
  const { dataDir, databaseUrl } = database;
  const opened = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  const { db } = opened;
  await seedOrganisation(db, { name: 'Test', defaultRegion: 'US', currency: 'USD', generated: false });
  const folder = mkdtempSync(join(tmpdir(), 'heed-import-'));
  const reportPath = join(folder, 'report.csv');
  const clock = clockStartingAt(now);
  const known = async () => idKind;
  return {
    db,
    clock,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    report: () => (parse(readFileSync(reportPath, 'utf8')) as string[][]).slice(1),
    async customers(path, { mapPath, ...options } = {}) {
      const prepared = await prepareCustomerFile({ path, idKind: known, mapPath });
      return importCustomers({ db, clock, reportPath, ...prepared, ...options });
    },
    async responses(path, { mapPath, ...options } = {}) {
      const prepared = await prepareResponseFile({ path, idKind: known, mapPath });
      return importResponses({
        db,
        clock,
        reportPath,
        zone: 'Europe/London',
        survey,
        ...prepared,
        ...options,
      });
    },
    async clear() {
      for (const table of tables) await db.deleteFrom(table).execute();
      await db
        .updateTable('publisher_state')
        .set({ last_version: 0, last_number: 0, customers: 0 })
        .execute();
    },
    async close() {
      await opened.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
