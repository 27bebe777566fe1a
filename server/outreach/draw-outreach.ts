import { type Kysely, sql } from 'kysely';
import { QUARANTINE } from '@/lib/domain/outreach';
import { type Clock, DAY } from '@/lib/platform/clock';
import type { Database } from '@/server/db/schema';

type Deps = { db: Kysely<Database>; clock: Clock };

/** An answer older than this is no reason to call somebody any more. */
const RECENT = 30 * DAY;
const CUSTOMERS_AT_ONCE = 1000;

/** Customers at risk, a part at a time, by card number. */
function readAtRisk(db: Kysely<Database>, after: number) {
  return db
    .selectFrom('published_cards')
    .select(['number', 'customer_id'])
    .where('kind', '=', 'card')
    .where('level', 'in', ['high', 'critical'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(CUSTOMERS_AT_ONCE)
    .execute();
}

/**
 * The latest answer of each that carries their name, unless somebody has spoken with them since, or they wait already, or
 * were called lately. One statement, every join by customer.
 */
async function putOnList(db: Kysely<Database>, ids: readonly string[], now: Date): Promise<number> {
  const since = new Date(now.getTime() - RECENT);
  const quiet = new Date(now.getTime() - QUARANTINE);
  const { numAffectedRows } = await sql`
    insert into outreach (customer_id, outreach_id, source, created_at, state, attempts, not_before)
    select r.customer_id, r.response_id, 'at-risk', ${now}::timestamptz, 'waiting', 0, ${now}::timestamptz
    from (
      select customer_id, response_id, answered_at,
        row_number() over (partition by customer_id order by answered_at desc, response_id desc) as nth
      from responses
      where customer_id = any(${ids}::text[]) and confidentiality = 'attributable' and score is not null
        and answered_at > ${since} and answered_at <= ${now}
    ) r
    where r.nth = 1
      and not exists (
        select from notes n where n.customer_id = r.customer_id and n.started_at > r.answered_at)
      and not exists (
        select from outreach o where o.customer_id = r.customer_id
          and (o.state = 'waiting' or o.ended_at > ${quiet}))
    on conflict do nothing
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}

/**
 * Puts on the list whom a rep may call in a quiet hour: every customer at risk whose latest answer of the last thirty days
 * carries their name, and with whom nobody has spoken since. A rule, not a sample: what these calls bring says nothing of
 * all customers. Whether somebody may be called is asked again when they are; see `lib/domain/outreach.ts`.
 * @returns how many came
 */
export async function drawOutreach({ db, clock }: Deps): Promise<number> {
  const now = clock.now();
  let drawn = 0;
  for (let after = 0; ; ) {
    const rows = await readAtRisk(db, after);
    const last = rows.at(-1);
    if (!last) return drawn;
    drawn += await putOnList(
      db,
      rows.map((row) => row.customer_id),
      now,
    );
    after = last.number;
  }
}
