import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Identifier } from '@/lib/domain/identifier';
import type { NoteContent } from '@/lib/domain/note';
import type { SurveyKind, SurveyMode } from '@/lib/domain/response';
import { DAY } from '@/lib/platform/clock';
import { identifierOf } from '@/server/db/identifier-lookup';
import type { Database } from '@/server/db/schema';

type Answer = { value: number; at: Date; kind: SurveyKind; mode: SurveyMode };
type Contact = { at: Date } & Pick<NoteContent, 'reasons' | 'complaint' | 'outcome'>;

/** What a card is made of, read from the rows of one customer. */
export type CustomerFacts = {
  customerId: string;
  tier: string | null;
  since: string | null;
  contract: 'monthly' | 'yearly' | 'longer' | null;
  supportNeeded: boolean;
  doNotContact: boolean;
  /** attributable answers with a score, newest first */
  answers: Answer[];
  /** the latest notes, newest first */
  contacts: Contact[];
  contacts90: number;
  brokenPromises: number;
  /** when the most urgent open case is due */
  caseDueAt: Date | null;
};

const ANSWERS_READ = 20;
const NOTES_READ = 20;

/** All customers whose id stands behind `after`, as far as `upTo`. */
export type Range = { after: string; upTo: string };
export type Whom = readonly string[] | Range;

function among(whom: Whom): Expression<SqlBool> {
  if (!('after' in whom)) return sql`customer_id = any(${whom}::text[])`;
  return sql`customer_id > ${whom.after} and customer_id <= ${whom.upTo}`;
}

function readCustomers(db: Kysely<Database>, whom: Whom) {
  return db
    .selectFrom('customers')
    .select(['customer_id', 'tier', 'since', 'contract', 'support_needed', 'do_not_contact'])
    .where(among(whom))
    .execute();
}

/** Aggregate-only answers are left behind here: nothing later can let them out. */
function readAnswers(db: Kysely<Database>, whom: Whom, now: Date) {
  const ranked = db
    .selectFrom('responses')
    .select(['customer_id', 'score', 'answered_at', 'kind', 'mode'])
    .select(
      sql<number>`row_number() over (partition by customer_id order by answered_at desc, response_id desc)`.as(
        'nth',
      ),
    )
    .where(among(whom))
    .where('confidentiality', '=', 'attributable')
    .where('score', 'is not', null)
    .where('answered_at', '<=', now);
  return db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where('nth', '<=', ANSWERS_READ)
    .orderBy('nth')
    .execute();
}

function readNotes(db: Kysely<Database>, whom: Whom, now: Date) {
  const since = new Date(now.getTime() - 90 * DAY);
  const ranked = db
    .selectFrom('notes')
    .select(['customer_id', 'started_at', 'content'])
    .select(
      sql<number>`row_number() over (partition by customer_id order by started_at desc, note_id desc)`.as(
        'nth',
      ),
    )
    .select(
      sql<number>`count(*) filter (where started_at > ${since}) over (partition by customer_id)`.as(
        'contacts90',
      ),
    )
    .where(among(whom))
    .where('started_at', '<=', now);
  return db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where('nth', '<=', NOTES_READ)
    .orderBy('nth')
    .execute();
}

function readBrokenPromises(db: Kysely<Database>, whom: Whom, now: Date) {
  return db
    .selectFrom('promises')
    .select('customer_id')
    .select((eb) => eb.fn.countAll<number>().as('broken'))
    .where(among(whom))
    .where('state', '=', 'due')
    .where('due_on', '<', now.toISOString().slice(0, 10))
    .groupBy('customer_id')
    .execute();
}

function readOpenCases(db: Kysely<Database>, whom: Whom) {
  return db
    .selectFrom('cases')
    .select('customer_id')
    .select((eb) => eb.fn.min<Date>('due_at').as('due_at'))
    .where(among(whom))
    .where('closed_at', 'is', null)
    .groupBy('customer_id')
    .execute();
}

function byCustomer<T extends { customer_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.customer_id);
    if (group) group.push(row);
    else groups.set(row.customer_id, [row]);
  }
  return groups;
}

/**
 * Reads what the cards of these customers are made of. Customers who are no more are missing from the answer.
 * @param now answers and notes dated later are not there yet
 */
export async function loadCustomers(db: Kysely<Database>, whom: Whom, now: Date): Promise<CustomerFacts[]> {
  const customers = await readCustomers(db, whom);
  const answers = byCustomer(await readAnswers(db, whom, now));
  const notes = byCustomer(await readNotes(db, whom, now));
  const broken = byCustomer(await readBrokenPromises(db, whom, now));
  const cases = byCustomer(await readOpenCases(db, whom));
  return customers.map((c) => ({
    customerId: c.customer_id,
    tier: c.tier,
    since: c.since,
    contract: c.contract,
    supportNeeded: c.support_needed,
    doNotContact: c.do_not_contact,
    answers: (answers.get(c.customer_id) ?? []).flatMap(({ score, answered_at, kind, mode }) =>
      score === null ? [] : [{ value: score, at: answered_at, kind, mode }],
    ),
    contacts: (notes.get(c.customer_id) ?? []).map(({ started_at, content }) => ({
      at: started_at,
      reasons: content.reasons,
      complaint: content.complaint,
      outcome: content.outcome,
    })),
    contacts90: notes.get(c.customer_id)?.[0]?.contacts90 ?? 0,
    brokenPromises: broken.get(c.customer_id)?.[0]?.broken ?? 0,
    caseDueAt: cases.get(c.customer_id)?.[0]?.due_at ?? null,
  }));
}

/** What these customers are known by, each customer's in an order that stays. */
export async function loadIdentifiers(db: Kysely<Database>, whom: Whom): Promise<Map<string, Identifier[]>> {
  const rows = await db
    .selectFrom('identifiers')
    .select(['customer_id', 'kind', 'system', 'record_type', 'value'])
    .where(among(whom))
    .orderBy('customer_id')
    .orderBy('kind')
    .orderBy('value')
    .execute();
  return new Map([...byCustomer(rows)].map(([id, found]) => [id, found.map(identifierOf)]));
}
