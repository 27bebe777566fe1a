import { type Kysely, sql } from 'kysely';
import type { Database } from '@/server/db/schema';

/** Rows that fill a store, each made by the database itself: a million customers in a minute. `n` is from 1. */
const id = `'00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0')`;
const series = 'generate_series($FROM, $TO) as n';

const identifier = (columns: string) => `
  insert into identifiers (customer_id, kind, system, record_type, value, shown)
  select ${id}, ${columns} from ${series}`;

const response = (answer: string, score: string, days: string, condition: string) => `
  insert into responses (customer_id, response_id, source_id, score, verbatim, answered_at, kind, mode,
    confidentiality, about, generated)
  select ${id}, '${answer}-' || n, '${answer}-' || n, ${score}, 'It took too long, and nobody called back.',
    $NOW::timestamptz - (${days}) * interval '1 day', 'transactional', 'web', 'attributable', null, true
  from ${series} where ${condition}`;

const statements = [
  `insert into customers (customer_id, name, tier, since, contract, monthly_value_minor, status, support_needed,
    do_not_contact, generated, created_at, updated_at)
  select ${id}, 'Customer ' || n, (array['Gold', 'Silver', 'Bronze'])[1 + n % 3],
    ($NOW::timestamptz - (n % 3000) * interval '1 day')::date, (array['monthly', 'yearly', 'longer'])[1 + n % 3],
    1000 + n % 9000, 'active', n % 500 = 0, n % 700 = 0, true, $NOW, $NOW from ${series}`,
  identifier(`'email', '', '', 'customer' || n || '@example.org', 'customer' || n || '@example.org'`),
  identifier(`'phone', '', '', '+1212' || lpad(n::text, 7, '0'), '+1212' || lpad(n::text, 7, '0')`),
  identifier(`'externalId', 'demo', 'customer', 'C-' || n, 'C-' || n`),
  response('A', '(n * 7) % 11', 'n % 400', 'true'),
  response('B', '(n * 3) % 11', '30 + n % 500', 'n % 2 = 0'),
];

const ROWS_PER_STATEMENT = 100_000;

/**
 * Fills an empty store on a PostgreSQL with customers who have three identifiers and one or two answers each, and marks
 * them for the publisher.
 */
export async function fillStore(db: Kysely<Database>, customers: number, now: Date): Promise<void> {
  const at = `'${now.toISOString()}'`;
  for (let from = 1; from <= customers; from += ROWS_PER_STATEMENT) {
    const to = Math.min(customers, from + ROWS_PER_STATEMENT - 1);
    for (const statement of statements) {
      const whole = statement.replace('$FROM', `${from}::bigint`).replace('$TO', String(to));
      await sql.raw(whole.replaceAll('$NOW', at)).execute(db);
    }
  }
  await sql`
    insert into identifier_owners (lookup, customer_id, is_external_id)
    select case kind when 'externalId' then kind || ':' || system || ':' || record_type || ':' || value
      else kind || ':' || value end, customer_id, kind = 'externalId' from identifiers
    on conflict do nothing
  `.execute(db);
  await sql`
    insert into dirty_customers (customer_id, mark, marked_at)
    select customer_id, 'filled', ${now}::timestamptz from customers
    on conflict (customer_id) do nothing
  `.execute(db);
  await sql`analyze`.execute(db);
}
