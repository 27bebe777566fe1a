import type { Kysely } from 'kysely';
import type { CrmAdapter } from '@/lib/protocol/crm-adapter';
import type { Session } from '@/lib/protocol/session';
import type { Database } from '@/server/db/schema';

type Db = Kysely<Database>;
type By = { userId: string; at: Date };

/** What a session says of adapters: the organisation's own, and which are off. */
export async function readCrmAdapters(db: Db): Promise<Pick<Session, 'adapters' | 'adaptersOff'>> {
  const rows = await db
    .selectFrom('crm_adapters')
    .select(['adapter_id', 'content', 'off'])
    .orderBy('adapter_id')
    .execute();
  return {
    adapters: rows.flatMap((row) => (row.content ? [{ ...row.content }] : [])),
    adaptersOff: rows.filter((row) => row.off).map((row) => row.adapter_id),
  };
}

/**
 * Keeps an adapter as the organisation's, in the place of an older one; switched on.
 * @returns false when the one that is there is as new or newer: nothing was changed
 */
export async function putCrmAdapter(db: Db, adapter: CrmAdapter, { userId, at }: By): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const before = await trx
      .selectFrom('crm_adapters')
      .select('content')
      .where('adapter_id', '=', adapter.id)
      .forUpdate()
      .executeTakeFirst();
    if (before?.content && before.content.version >= adapter.version) return false;
    const change = { content: JSON.stringify(adapter), off: false, changed_by: userId, changed_at: at };
    await trx
      .insertInto('crm_adapters')
      .values({ adapter_id: adapter.id, ...change })
      .onConflict((c) => c.column('adapter_id').doUpdateSet(change))
      .execute();
    return true;
  });
}

/** The kill switch: every browser stops using it when it asks for its session next, within the hour. */
export async function switchCrmAdapter(
  db: Db,
  { id, off }: { id: string; off: boolean },
  { userId, at }: By,
): Promise<void> {
  const change = { off, changed_by: userId, changed_at: at };
  await db
    .insertInto('crm_adapters')
    .values({ adapter_id: id, content: null, ...change })
    .onConflict((c) => c.column('adapter_id').doUpdateSet(change))
    .execute();
}
