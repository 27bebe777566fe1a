import { type Kysely, sql } from 'kysely';
import { whetherToCall } from '@/lib/domain/outreach';
import { MINUTE } from '@/lib/platform/clock';
import type { OutreachNext } from '@/lib/protocol/outreach';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';
import { readCallFacts } from './call-facts';
import { type Asking, claim, isFree, type OutreachRow, putOff } from './claim-outreach';
import { createHoursOf } from './customer-hours';
import { describeOffer, type Offer } from './describe-offer';
import { countOffered, pausedUntil } from './outreach-pace';

type Db = Kysely<Database>;

/** Long enough to read who it is and dial; somebody who went for lunch holds nobody up. */
const HELD = 10 * MINUTE;
const AT_ONCE = 50;
/** So many batches are looked through in one question; whom it sees in vain is put off, and not seen by the next. */
const MOST_BATCHES = 20;

/** Two windows of one rep ask after one another: else each would hold somebody. */
async function oneQuestionAtATime(trx: Db, { userId }: Asking): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`outreach ${userId}`}, 0))`.execute(trx);
}

function readHeld(trx: Db, { userId, now }: Asking): Promise<OutreachRow[]> {
  return trx
    .selectFrom('outreach')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('claimed_by', '=', userId)
    .where('claimed_until', '>', now)
    .limit(AT_ONCE)
    .execute();
}

/** Whoever asked to be called back comes first, then the newest. */
function readFree(trx: Db, { now }: Asking): Promise<OutreachRow[]> {
  return trx
    .selectFrom('outreach')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('not_before', '<=', now)
    .where(isFree(now))
    .orderBy(sql`case when waits_for = 'call-back' then 0 else 1 end`)
    .orderBy('created_at', 'desc')
    .orderBy('customer_id')
    .limit(AT_ONCE)
    .execute();
}

/** The first of these who may be called now, and was to be had. */
async function takeOne(trx: Db, rows: readonly OutreachRow[], asking: Asking): Promise<Offer | null> {
  const { now } = asking;
  const ids = rows.map((row) => row.customer_id);
  const callables = await readCallFacts(trx, ids, { now, hoursOf: await createHoursOf(trx) });
  for (const row of rows) {
    const callable = callables.get(row.customer_id);
    const may = callable && whetherToCall(callable.facts, now);
    if (!may) continue;
    const held = row.claimed_by === asking.userId ? (row.claimed_until?.getTime() ?? 0) : 0;
    const until = new Date(Math.max(held, now.getTime() + HELD));
    if (!may.call) await putOff(trx, row, may);
    else if (await claim(trx, row, { ...asking, until }))
      return { row: { ...row, claimed_until: until }, phones: callable.phones, callUntil: may.until };
  }
  return null;
}

/** Whoever is next on the list, though not now; those whom a rule keeps off it are nobody's business. */
async function whyNobody(trx: Db, now: Date): Promise<OutreachNext> {
  const next = await trx
    .selectFrom('outreach')
    .select(['not_before', 'waits_for'])
    .where('state', '=', 'waiting')
    .where('not_before', '>', now)
    .where(isFree(now))
    .where('waits_for', 'in', ['hours', 'called-today', 'call-back', 'given-back'])
    .orderBy('not_before')
    .limit(1)
    .executeTakeFirst();
  if (!next) return { state: 'none', why: 'empty', at: null };
  const why = next.waits_for === 'hours' ? 'hours' : 'later';
  return { state: 'none', why, at: next.not_before.toISOString() };
}

async function look(trx: Db, asking: Asking): Promise<OutreachNext> {
  await oneQuestionAtATime(trx, asking);
  let rows = await readHeld(trx, asking);
  const held = new Set(rows.map((row) => row.outreach_id));
  const paused = await pausedUntil(trx, asking);
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const offer = rows.length > 0 ? await takeOne(trx, rows, asking) : null;
    const entry = offer && (await describeOffer(trx, offer));
    if (entry) {
      if (!held.has(entry.outreachId)) await countOffered(trx, asking);
      return { state: 'one', entry };
    }
    if (paused) return { state: 'none', why: 'pace', at: paused.toISOString() };
    rows = await readFree(trx, asking);
    if (rows.length === 0) break;
  }
  return whyNobody(trx, asking.now);
}

/**
 * Whom this rep calls next: whoever they have in hand already, else the first on the list who may be called now. Nobody
 * else is offered them meanwhile. One at a time, and no more in an hour than anybody can call.
 */
export const nextOutreach = (db: Db, asking: Asking): Promise<OutreachNext> =>
  inTransaction(db, (trx) => look(trx, asking));
