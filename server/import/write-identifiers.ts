import type { Insertable, Kysely, Selectable } from 'kysely';
import { identifierColumns, identifierLookup, identifierOf } from '@/server/db/identifier-lookup';
import type { Database } from '@/server/db/schema';
import type { Slot } from './customer-row';

type Stored = Selectable<Database['identifiers']>;

export type IdentifierChanges = {
  customerId: string;
  put: Insertable<Database['identifiers']>[];
  remove: Stored[];
  differ: boolean;
};

const keyOf = (row: Pick<Stored, 'kind' | 'system' | 'record_type' | 'value'>) =>
  [row.kind, row.system, row.record_type, row.value].join('\0');

const isOf = (slot: Slot) => (stored: Stored) =>
  stored.kind === slot.kind && stored.system === slot.system && stored.record_type === slot.recordType;

/** What must change for a customer to be known by what the row says. */
export function diffIdentifiers(
  customerId: string,
  stored: readonly Stored[],
  slots: readonly Slot[],
): IdentifierChanges {
  const wanted = new Map(
    slots
      .flatMap((slot) => slot.ids)
      .map(({ id, shown }) => ({ customer_id: customerId, ...identifierColumns(id), shown }))
      .map((row) => [keyOf(row), row]),
  );
  const before = new Map(stored.map((row) => [keyOf(row), row]));
  const put = [...wanted].flatMap(([key, row]) => (before.get(key)?.shown === row.shown ? [] : [row]));
  const outdated = slots.filter((slot) => slot.complete).flatMap((slot) => stored.filter(isOf(slot)));
  const remove = outdated.filter((row) => !wanted.has(keyOf(row)));
  return { customerId, put, remove, differ: put.length > 0 || remove.length > 0 };
}

async function removeOutdated(trx: Kysely<Database>, remove: readonly Stored[]): Promise<void> {
  await trx
    .deleteFrom('identifiers')
    .where((eb) =>
      eb.or(
        remove.map(({ customer_id, kind, system, record_type, value }) =>
          eb.and({ customer_id, kind, system, record_type, value }),
        ),
      ),
    )
    .execute();
  await trx
    .deleteFrom('identifier_owners')
    .where((eb) =>
      eb.or(
        remove.map((row) =>
          eb.and({ customer_id: row.customer_id, lookup: identifierLookup(identifierOf(row)) }),
        ),
      ),
    )
    .execute();
}

/** Writes what a batch's customers are known by, and who is known by it. */
export async function writeIdentifiers(
  trx: Kysely<Database>,
  changes: readonly IdentifierChanges[],
): Promise<void> {
  const remove = changes.flatMap((change) => change.remove);
  if (remove.length > 0) await removeOutdated(trx, remove);
  const put = changes.flatMap((change) => change.put);
  if (put.length === 0) return;
  await trx
    .insertInto('identifiers')
    .values(put)
    .onConflict((c) =>
      c
        .columns(['customer_id', 'kind', 'system', 'record_type', 'value'])
        .doUpdateSet({ shown: (eb) => eb.ref('excluded.shown') }),
    )
    .execute();
  await trx
    .insertInto('identifier_owners')
    .values(
      put.map((row) => ({
        lookup: identifierLookup(identifierOf(row)),
        customer_id: row.customer_id,
        is_external_id: row.kind === 'externalId',
      })),
    )
    .onConflict((c) => c.columns(['lookup', 'customer_id']).doNothing())
    .execute();
}
