import type { Kysely } from 'kysely';
import { afterCall, whetherToCall } from '@/lib/domain/outreach';
import { MINUTE } from '@/lib/platform/clock';
import type {
  OutreachCalling,
  OutreachRef,
  OutreachResult,
  OutreachResultAnswer,
} from '@/lib/protocol/outreach';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';
import { readCallFacts } from './call-facts';
import {
  type Asking,
  claim,
  giveBack,
  type OutreachRow,
  putOff,
  readEntry,
  writeResult,
} from './claim-outreach';
import { createHoursOf } from './customer-hours';

type Db = Kysely<Database>;

/** The longest that a call holds its customer; whoever still talks then can tell the result all the same. */
const CALL = 120 * MINUTE;
const AFTER_GIVING_BACK = 15 * MINUTE;

async function readFacts(db: Db, row: OutreachRow, now: Date) {
  const hoursOf = await createHoursOf(db);
  const callable = (await readCallFacts(db, [row.customer_id], { now, hoursOf })).get(row.customer_id);
  return callable?.facts ?? null;
}

const inHand = (row: OutreachRow | undefined, { userId }: Asking): row is OutreachRow =>
  row?.state === 'waiting' && row.claimed_by === userId;

/** The rep is about to dial. What protects the customer may have come to be known since they were offered. */
export const beginOutreachCall = (db: Db, ref: OutreachRef, asking: Asking): Promise<OutreachCalling> =>
  inTransaction(db, async (trx) => {
    const { now } = asking;
    const row = await readEntry(trx, ref);
    if (!inHand(row, asking)) return { state: 'not-now' };
    const facts = await readFacts(trx, row, now);
    const may = facts && whetherToCall(facts, now);
    if (!may) return { state: 'not-now' };
    if (!may.call) {
      await putOff(trx, row, may);
      return { state: 'not-now' };
    }
    const until = new Date(now.getTime() + CALL);
    const held = await claim(trx, row, { ...asking, until });
    return held ? { state: 'call', claimedUntil: until.toISOString() } : { state: 'not-now' };
  });

/** The list goes on without a result. */
export const giveOutreachBack = (db: Db, ref: OutreachRef, asking: Asking): Promise<void> =>
  inTransaction(db, async (trx) => {
    const row = await readEntry(trx, ref);
    const again = new Date(asking.now.getTime() + AFTER_GIVING_BACK);
    if (inHand(row, asking)) await giveBack(trx, row, { ...asking, again });
  });

const answerOf = (row: Pick<OutreachRow, 'state' | 'not_before'>): OutreachResultAnswer => ({
  state: row.state,
  nextAt: row.state === 'waiting' ? row.not_before.toISOString() : null,
});

/** Their own, told before; one of before it was written down who tells has no name. */
const isTold = (row: OutreachRow, { resultId }: OutreachResult, { userId }: Asking): boolean =>
  row.last_result_id === resultId && (row.last_result_by ?? userId) === userId;

/**
 * What a call came to, once, however often it is told.
 * @returns null when the entry is not in this rep's hands
 */
export const recordOutreach = (
  db: Db,
  result: OutreachResult,
  asking: Asking,
): Promise<OutreachResultAnswer | null> =>
  inTransaction(db, async (trx) => {
    const { now } = asking;
    const row = await readEntry(trx, result);
    if (row && isTold(row, result, asking)) return answerOf(row);
    if (!inHand(row, asking)) return null;
    const hours = (await readFacts(trx, row, now))?.hours ?? [];
    const callBackAt = result.callBackAt === null ? null : new Date(result.callBackAt);
    const after = afterCall({ now, attempts: row.attempts, outcome: result.outcome, callBackAt, hours });
    const written = {
      state: after.state,
      attempts: after.attempts,
      not_before: after.notBefore ?? row.not_before,
      waits_for: after.wished ? ('call-back' as const) : after.notBefore && ('called-today' as const),
      ended_at: after.notBefore ? null : now,
    };
    const done = await writeResult(trx, row, { ...asking, ...written, resultId: result.resultId });
    return done ? answerOf(written) : null;
  });
