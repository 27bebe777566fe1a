import { type Kysely, sql } from 'kysely';
import { type Clock, HOUR, MINUTE } from '@/lib/platform/clock';
import { uuidv7 } from '@/lib/platform/ids';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';
import { readOrganisationRules } from '@/server/organisation-rules';
import { adoptNotes } from './adopt-notes';
import { changeReview, lockReview } from './change-review';
import { publication } from './publication';

type Deps = { db: Kysely<Database>; clock: Clock };

/** In one go: an author who edits one of them meanwhile waits for no more than these. */
const AT_ONCE = 50;

/** One process at a time, whichever comes first; the others do nothing. */
async function isFirst(trx: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('notes publish themselves', 0)) as got
  `.execute(trx);
  return rows[0]?.got ?? false;
}

async function readDue(db: Kysely<Database>, since: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('note_reviews')
    .select('note_id')
    .where('state', '=', 'sampled-out')
    .where('arrived_at', '<=', since)
    .orderBy('arrived_at')
    .orderBy('note_id')
    .limit(AT_ONCE)
    .execute();
  return rows.map((row) => row.note_id);
}

/**
 * Notes that nobody has to look at publish themselves after the organisation's hours, marked as not reviewed. One that was
 * edited meanwhile, or that somebody took in hand, stays out.
 * @returns how many
 */
export const publishUnreviewed = ({ db, clock }: Deps): Promise<number> =>
  inTransaction(db, async (trx) => {
    if (!(await isFirst(trx))) return 0;
    const at = clock.now();
    const { desk } = await readOrganisationRules(trx);
    const since = new Date(at.getTime() - desk.publishAfterHours * HOUR);
    let published = 0;
    for (const noteId of await readDue(trx, since)) {
      const locked = await lockReview(trx, noteId, null);
      if (locked?.review.state !== 'sampled-out' || locked.review.arrived_at > since) continue;
      await changeReview(trx, locked, publication(locked.review, { requestId: uuidv7(at), by: null, at }));
      published += 1;
    }
    return published;
  });

type KeeperDeps = Deps & { log: { error(fields: object, text: string): void } };

/**
 * Looks each minute which notes publish themselves; first of all takes up those that have never come to the desk.
 * @returns stops it, and waits for what is under way
 */
export function keepSelfPublishing({ log, ...deps }: KeeperDeps): () => Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const run = async () => {
    while (!stopped && (await publishUnreviewed(deps)) === AT_ONCE);
  };
  let hasAdopted = false;
  const first = async () => {
    if (!hasAdopted) await adoptNotes(deps);
    hasAdopted = true;
  };
  const look = () => {
    underWay = underWay
      .then(first)
      .then(run)
      .catch((error: unknown) => {
        const code = error instanceof Error ? error.name : typeof error;
        log.error({ code }, 'notes could not publish themselves; it will be tried again');
      });
  };
  look();
  const timer = setInterval(look, MINUTE);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await underWay;
  };
}
