import { type Kysely, sql, type Transaction } from 'kysely';
import { markDirty } from '@/server/cards/mark-dirty';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';
import { copyRows, movedTables } from './copy-rows';

type Trx = Transaction<Database>;
type Pair = { from: string; into: string };

/** Holds up notes that are on their way to either; in one order, so that two merges don't wait for each other. */
async function lockBoth(trx: Trx, { from, into }: Pair) {
  const found = new Map<string, Pick<Database['customers'], 'support_needed' | 'do_not_contact'>>();
  for (const id of [from, into].sort()) {
    const row = await trx
      .selectFrom('customers')
      .select(['support_needed', 'do_not_contact'])
      .where('customer_id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row) found.set(id, row);
  }
  return { from: found.get(from), into: found.get(into) };
}

/** What protects somebody holds for whoever they turn out to be. */
async function keepProtection(
  trx: Trx,
  { into }: Pair,
  { from: a, into: b }: Awaited<ReturnType<typeof lockBoth>>,
) {
  await trx
    .updateTable('customers')
    .set({
      support_needed: Boolean(a?.support_needed || b?.support_needed),
      do_not_contact: Boolean(a?.do_not_contact || b?.do_not_contact),
    })
    .where('customer_id', '=', into)
    .execute();
}

/** An external id has one owner at a time, so the old rows go first. */
async function moveIdentifierOwners(trx: Trx, { from, into }: Pair): Promise<void> {
  const rows = await trx
    .deleteFrom('identifier_owners')
    .where('customer_id', '=', from)
    .returning(['lookup', 'is_external_id'])
    .execute();
  if (rows.length === 0) return;
  await trx
    .insertInto('identifier_owners')
    .values(rows.map((row) => ({ ...row, customer_id: into })))
    .onConflict((c) => c.columns(['lookup', 'customer_id']).doNothing())
    .execute();
}

/** From an id to whose it is. */
const lookups = [
  'note_owners',
  'response_owners',
  'approval_owners',
  'approval_people',
  'offer_givers',
  'handover_owners',
  'card_numbers',
] as const;

async function moveOwners(trx: Trx, { from, into }: Pair): Promise<void> {
  await moveIdentifierOwners(trx, { from, into });
  for (const table of lookups)
    await trx.updateTable(table).set({ customer_id: into }).where('customer_id', '=', from).execute();
}

/** Everybody whose number leads to this customer: themselves, and those merged into them before. */
async function readLeadingTo(trx: Kysely<Database>, customerId: string): Promise<string[]> {
  const numbers = await trx
    .selectFrom('card_numbers')
    .select('number')
    .where('customer_id', '=', customerId)
    .execute();
  const published = await trx
    .selectFrom('published_cards')
    .select('customer_id')
    .where('number', '=', sql<number>`any(${numbers.map((row) => row.number)}::bigint[])`)
    .execute();
  return published.map((row) => row.customer_id);
}

/**
 * Makes two customers one: all that is of `from` is of `into` afterwards, and the old card's number leads there, also
 * for notes still to come. Done once, however often it is asked for.
 * @returns false when there was no `from` any more
 * @throws Error when there is no `into`
 */
export async function mergeCustomers(db: Kysely<Database>, pair: Pair, at: Date): Promise<boolean> {
  const { from, into } = pair;
  if (from === into) return false;
  return inTransaction(db, async (trx) => {
    const rows = await lockBoth(trx, pair);
    if (!rows.into) throw new Error('There is no customer to merge into.');
    if (!rows.from) return false;
    const leading = await readLeadingTo(trx, from);
    await keepProtection(trx, pair, rows);
    for (const table of movedTables) await copyRows(trx, table, pair);
    await moveOwners(trx, pair);
    // Takes along what was copied.
    await trx.deleteFrom('customers').where('customer_id', '=', from).execute();
    await markDirty(trx, [...leading, from, into], at);
    return true;
  });
}
