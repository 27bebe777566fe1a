import { type Kysely, sql } from 'kysely';
import { openComplaint } from '@/lib/domain/open-complaint';
import type { OutreachFacts } from '@/lib/domain/outreach';
import { loadCustomers } from '@/server/cards/load-customers';
import type { Database } from '@/server/db/schema';
import { groupBy } from '@/server/group-by';
import type { HoursOf } from './customer-hours';

export type Phone = { shown: string; value: string };
/** What decides whether a customer may be called now, and by which numbers. */
export type Callable = { facts: OutreachFacts; phones: Phone[] };

const isOneOf = (ids: readonly string[]) => sql<boolean>`customer_id = any(${ids}::text[])`;

async function readPhones(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Phone[]>> {
  const rows = await db
    .selectFrom('identifiers')
    .select(['customer_id', 'value', 'shown'])
    .where(isOneOf(ids))
    .where('kind', '=', 'phone')
    .orderBy('value')
    .execute();
  return groupBy(rows, (row) => row.customer_id);
}

/** What earlier calls of ours to them, by whatever list, have come to. */
function readPast(db: Kysely<Database>, ids: readonly string[]) {
  return db
    .selectFrom('outreach')
    .select(['customer_id'])
    .select((eb) => [
      eb.fn.max<Date | null>('last_attempt_at').as('last_attempt_at'),
      eb.fn.max<Date | null>('ended_at').as('ended_at'),
    ])
    .select(sql<Date | null>`max(not_before) filter (where waits_for = 'call-back')`.as('wished_at'))
    .where(isOneOf(ids))
    .groupBy('customer_id')
    .execute();
}

/** Read at the moment of the call: a list that was made before protects nobody. */
export async function readCallFacts(
  db: Kysely<Database>,
  ids: readonly string[],
  { now, hoursOf }: { now: Date; hoursOf: HoursOf },
): Promise<Map<string, Callable>> {
  const customers = await loadCustomers(db, ids, now);
  const phones = await readPhones(db, ids);
  const past = new Map((await readPast(db, ids)).map((row) => [row.customer_id, row]));
  return new Map(
    customers.map((customer) => {
      const theirs = phones.get(customer.customerId) ?? [];
      const before = past.get(customer.customerId);
      const facts: OutreachFacts = {
        doNotContact: customer.doNotContact,
        supportNeeded: customer.supportNeeded,
        complaintOpen: openComplaint(customer.contacts) !== null,
        hasNumber: theirs.length > 0,
        lastAttemptAt: before?.last_attempt_at ?? null,
        wishedAt: before?.wished_at ?? null,
        lastEndedAt: before?.ended_at ?? null,
        hours: hoursOf(theirs.map((phone) => phone.value)),
      };
      const numbers = theirs.map(({ shown, value }) => ({ shown, value }));
      return [customer.customerId, { facts, phones: numbers }];
    }),
  );
}
