import type { Kysely, Transaction } from 'kysely';
import { markDirty } from '@/server/cards/mark-dirty';
import type { Database } from '@/server/db/schema';
import { type CustomerRows, customerRows } from './customer-rows';
import type { GeneratedOrganisation } from './generated';

/** Few enough that a statement stays below PostgreSQL's 65,535 parameters, with 12 columns at most. */
const CUSTOMERS_PER_TRANSACTION = 250;
const ROWS_PER_STATEMENT = 2000;

async function insertRows(trx: Transaction<Database>, rows: CustomerRows): Promise<void> {
  for (const [table, list] of Object.entries(rows) as [
    keyof CustomerRows,
    CustomerRows[keyof CustomerRows],
  ][]) {
    for (let from = 0; from < list.length; from += ROWS_PER_STATEMENT) {
      await trx
        .insertInto(table)
        .values(list.slice(from, from + ROWS_PER_STATEMENT))
        .execute();
    }
  }
}

export type WriteOptions = {
  defaultRegion: string;
  /** user ids of the desk, in its order */
  authors: readonly string[];
  at: Date;
  onProgress(written: number, total: number): void;
};

/** Writes a generated organisation's customers into the store's tables, in batches; cards follow when it next publishes. */
export async function writeOrganisation(
  db: Kysely<Database>,
  { customers }: GeneratedOrganisation,
  { onProgress, ...context }: WriteOptions,
): Promise<void> {
  for (let from = 0; from < customers.length; from += CUSTOMERS_PER_TRANSACTION) {
    const batch = customers.slice(from, from + CUSTOMERS_PER_TRANSACTION);
    await db.transaction().execute(async (trx) => {
      await insertRows(trx, customerRows(batch, context));
      await markDirty(
        trx,
        batch.map((c) => c.id),
        context.at,
      );
    });
    onProgress(Math.min(from + CUSTOMERS_PER_TRANSACTION, customers.length), customers.length);
  }
}
