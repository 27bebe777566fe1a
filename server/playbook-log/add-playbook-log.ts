import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Playbook } from '@/lib/domain/playbook';
import { DAY } from '@/lib/platform/clock';
import type { PlaybookBatch, PlaybookCount } from '@/lib/protocol/playbook-log';
import { inTransaction } from '@/server/db/in-transaction';
import type { Database } from '@/server/db/schema';

const KEPT_DAYS = 30;

const isOf = ({ prompts, actions }: Playbook, { kind, id }: PlaybookCount) =>
  kind === 'prompt' ? prompts.some((p) => p.id === id) : actions.some((a) => a.code === id);

/** Only what some version of the playbook says: a client can't fill the table with words of its own. */
async function knownCounts(db: Kysely<Database>, counts: readonly PlaybookCount[]): Promise<PlaybookCount[]> {
  const rows = await db
    .selectFrom('playbooks')
    .select(['version', 'content'])
    .where('playbook_id', '=', 'default')
    .where('version', 'in', [...new Set(counts.map((c) => c.playbookVersion))])
    .execute();
  const byVersion = new Map(rows.map(({ version, content }) => [version, content]));
  return counts.filter((count) => {
    const playbook = byVersion.get(count.playbookVersion);
    return playbook !== undefined && isOf(playbook, count);
  });
}

/** One row for each day and thing, in one order everywhere: two batches at a time don't wait for each other in a ring. */
function asRows(counts: readonly PlaybookCount[]) {
  const rows = new Map<string, ReturnType<typeof rowOf>>();
  for (const count of counts) {
    const key = `${count.day} ${count.playbookVersion} ${count.kind} ${count.id}`;
    const before = rows.get(key) ?? { ...rowOf(count), shown: 0, eligible: 0 };
    rows.set(key, {
      ...before,
      shown: before.shown + count.shown,
      eligible: before.eligible + count.eligible,
    });
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

const rowOf = ({ day, playbookVersion, kind, id, shown, eligible }: PlaybookCount) => ({
  ...{ day, kind, shown, eligible },
  playbook_version: playbookVersion,
  item_id: id,
});

/** Adds what a computer counted, once however often it is sent. @param at real time */
export async function addPlaybookLog(
  db: Kysely<Database>,
  { batchId, counts }: PlaybookBatch,
  at: Date,
): Promise<void> {
  const rows = counts.length > 0 ? asRows(await knownCounts(db, counts)) : [];
  await inTransaction(db, async (trx) => {
    const fresh = await trx
      .insertInto('playbook_log_batches')
      .values({ batch_id: batchId, received_on: at.toISOString().slice(0, 10) })
      .onConflict((c) => c.column('batch_id').doNothing())
      .returning('batch_id')
      .executeTakeFirst();
    if (!fresh || rows.length === 0) return;
    await trx
      .insertInto('playbook_log')
      .values(rows)
      .onConflict((c) =>
        c.columns(['day', 'playbook_version', 'kind', 'item_id']).doUpdateSet({
          shown: sql`playbook_log.shown + excluded.shown`,
          eligible: sql`playbook_log.eligible + excluded.eligible`,
        }),
      )
      .execute();
  });
}

/** No computer sends a batch again after a month. @param at real time */
export async function forgetBatches(db: Kysely<Database>, at: Date): Promise<void> {
  const before = new Date(at.getTime() - KEPT_DAYS * DAY).toISOString().slice(0, 10);
  await db.deleteFrom('playbook_log_batches').where('received_on', '<', before).execute();
}
