import type { Insertable, Kysely, Selectable } from 'kysely';
import { dayMonthsBefore, fullMonthsBetween } from '@/lib/domain/calendar-months';
import { uuidv7 } from '@/lib/platform/ids';
import { markDirty } from '@/server/cards/mark-dirty';
import { identifierLookup } from '@/server/db/identifier-lookup';
import type { Database } from '@/server/db/schema';
import { groupBy } from '@/server/group-by';
import type { CustomerFields, CustomerRow } from './customer-row';
import type { BatchReport } from './import-report';
import type { Issue } from './issue';
import { diffIdentifiers, type IdentifierChanges, writeIdentifiers } from './write-identifiers';

type Customer = Selectable<Database['customers']>;
type Stored = Selectable<Database['identifiers']>;

/** What the store has of the customers that a batch names. */
type Known = {
  /** from an external id's lookup text to the customer */
  owners: Map<string, string>;
  customers: Map<string, Customer>;
  identifiers: Map<string, Stored[]>;
};

async function readKnown(trx: Kysely<Database>, rows: readonly CustomerRow[]): Promise<Known> {
  const lookups = rows.flatMap((row) => row.externalIds.map(identifierLookup));
  const found = await trx
    .selectFrom('identifier_owners')
    .select(['lookup', 'customer_id'])
    .where('lookup', 'in', lookups)
    .execute();
  const owners = new Map(found.map((o) => [o.lookup, o.customer_id]));
  const ids = [...new Set(owners.values())];
  if (ids.length === 0) return { owners, customers: new Map(), identifiers: new Map() };
  const customers = await trx.selectFrom('customers').selectAll().where('customer_id', 'in', ids).execute();
  const stored = await trx.selectFrom('identifiers').selectAll().where('customer_id', 'in', ids).execute();
  return {
    owners,
    customers: new Map(customers.map((c) => [c.customer_id, c])),
    identifiers: groupBy(stored, (s) => s.customer_id),
  };
}

/** A tenure in months fits many first days: the one that is known stays while it fits, or each day would change it. */
function sinceDay(since: CustomerFields['since'], known: string | null, now: Date): string | null {
  if (since === null) return null;
  if ('day' in since) return since.day;
  if (known !== null && fullMonthsBetween(known, now) === since.months) return known;
  return dayMonthsBefore(now, since.months);
}

type Content = Pick<
  Customer,
  | 'name'
  | 'tier'
  | 'since'
  | 'contract'
  | 'monthly_value_minor'
  | 'status'
  | 'support_needed'
  | 'do_not_contact'
>;

const nothingKnown: Content = {
  name: '',
  tier: null,
  since: null,
  contract: null,
  monthly_value_minor: null,
  status: 'active',
  support_needed: false,
  do_not_contact: false,
};

/** What the row says, over what is known. */
function contentOf(fields: Partial<CustomerFields>, known: Content, now: Date): Content {
  const or = <T>(said: T | undefined, before: T): T => (said === undefined ? before : said);
  return {
    name: or(fields.name, known.name),
    tier: or(fields.tier, known.tier),
    since: fields.since === undefined ? known.since : sinceDay(fields.since, known.since, now),
    contract: or(fields.contract, known.contract),
    monthly_value_minor: or(fields.monthlyValueMinor, known.monthly_value_minor),
    status: or(fields.status, known.status),
    support_needed: or(fields.supportNeeded, known.support_needed),
    do_not_contact: or(fields.doNotContact, known.do_not_contact),
  };
}

function sameContent(a: Content, b: Content): boolean {
  return (Object.keys(nothingKnown) as (keyof Content)[]).every((key) => a[key] === b[key]);
}

type Plan = {
  rows: Insertable<Database['customers']>[];
  identifiers: IdentifierChanges[];
  written: BatchReport;
};

function refuse(row: CustomerRow, reason: string): Issue {
  const value = row.externalIds[0]?.kind === 'externalId' ? row.externalIds[0].value : '';
  return { row: row.row, column: '', value, reason, refused: 'row' };
}

/** Adds one row to the plan. */
function planRow(row: CustomerRow, known: Known, now: Date, plan: Plan): void {
  const owners = new Set(row.externalIds.flatMap((id) => known.owners.get(identifierLookup(id)) ?? []));
  if (owners.size > 1) {
    plan.written.issues.push(refuse(row, 'its ids belong to different customers'));
    return;
  }
  const customerId = [...owners][0] ?? uuidv7(now);
  const before = known.customers.get(customerId);
  const content = contentOf(row.fields, before ?? nothingKnown, now);
  const identifiers = diffIdentifiers(customerId, known.identifiers.get(customerId) ?? [], row.slots);
  if (before && sameContent(content, before) && !identifiers.differ) {
    plan.written.unchanged += 1;
    return;
  }
  plan.written[before ? 'changed' : 'added'] += 1;
  plan.identifiers.push(identifiers);
  plan.rows.push({
    customer_id: customerId,
    ...content,
    generated: before?.generated ?? false,
    created_at: before?.created_at ?? now,
    updated_at: now,
  });
}

async function upsertCustomers(trx: Kysely<Database>, rows: Plan['rows']): Promise<void> {
  await trx
    .insertInto('customers')
    .values(rows)
    .onConflict((c) =>
      c.column('customer_id').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        tier: eb.ref('excluded.tier'),
        since: eb.ref('excluded.since'),
        contract: eb.ref('excluded.contract'),
        monthly_value_minor: eb.ref('excluded.monthly_value_minor'),
        status: eb.ref('excluded.status'),
        support_needed: eb.ref('excluded.support_needed'),
        do_not_contact: eb.ref('excluded.do_not_contact'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute();
}

/** Takes over one batch, in the transaction given: all of it or nothing. No two rows of it name the same id. */
export async function writeCustomers(
  trx: Kysely<Database>,
  rows: readonly CustomerRow[],
  now: Date,
): Promise<BatchReport> {
  const known = await readKnown(trx, rows);
  const plan: Plan = {
    rows: [],
    identifiers: [],
    written: { added: 0, changed: 0, unchanged: 0, issues: [] },
  };
  for (const row of rows) planRow(row, known, now, plan);
  if (plan.rows.length > 0) {
    await upsertCustomers(trx, plan.rows);
    await writeIdentifiers(trx, plan.identifiers);
    await markDirty(
      trx,
      plan.rows.map((row) => row.customer_id),
      now,
    );
  }
  return plan.written;
}
